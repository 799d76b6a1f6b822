import { TextInput } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import classes from './ReceiptFinder.module.css';
import { RecentReceipts } from './RecentReceipts.tsx';
import { useReceiptNumber } from './use-receipt-number.ts';

interface ReceiptFinderProps {
  /** The receipt that is open beside it. */
  readonly opened: string | null;
  readonly onOpen: (number: string) => void;
}

/** The receipt's number, scanned or typed, and below it the newest receipts. Arrow down leads into the list. */
export function ReceiptFinder({ opened, onOpen }: ReceiptFinderProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const find = useReceiptNumber();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const titleId = useId();
  const toField = () => field.current?.focus();
  // Whenever no receipt is open, the field is ready for the next one.
  useEffect(() => {
    if (opened === null) field.current?.focus();
  }, [opened]);

  const open = async (typed: string) => {
    if (typed.trim() === '') return;
    try {
      onOpen(await find(typed.trim()));
      setText('');
      setProblem(null);
    } catch (error) {
      setText(typed);
      setProblem(errorWords(error).text);
      field.current?.select();
    }
  };
  useScanner((code) => void open(code));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const act = {
      Enter: () => void open(text),
      ArrowDown: () => list.current?.querySelector('button')?.focus(),
      Escape: text === '' ? undefined : () => setText(''),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <section className={classes.side} aria-labelledby={titleId}>
      <TextInput
        ref={field}
        className={classes.field}
        label={t('returns.find.label')}
        description={problem ? null : t('returns.find.help')}
        placeholder={t('returns.find.hint')}
        leftSection={<IconReceipt size={20} stroke={1.5} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
      />
      <h2 id={titleId} className={classes.title}>
        {t('returns.find.recent')}
      </h2>
      <RecentReceipts list={list} opened={opened} onOpen={onOpen} onLeave={toField} labelledBy={titleId} />
    </section>
  );
}
