import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { instantOfLocal } from '../../../shared/kernel/instant.ts';
import type { CountDraft, CountLine } from '../../../shared/stock/drafts.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFailedAct } from '../../lib/failed-act.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useWayBack } from '../../lib/use-way-back.ts';
import { Choices } from '../../ui/Choices.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ProductFinder } from '../../ui/products/ProductFinder.tsx';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { KeyBar } from '../../ui/shortcuts/KeyBar.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { SupportDetails } from '../../ui/states/SupportDetails.tsx';
import { CountLines } from './CountLines.tsx';
import classes from './CountPage.module.css';
import { CountSheet } from './CountSheet.tsx';
import { countedOf, countedUp } from './count-draft.ts';
import { countedLines, useDifferences } from './use-differences.ts';

const SHOWN = ['all', 'open', 'different'] as const;
const SHOWN_WORDS = {
  all: 'stock.count.showAll',
  open: 'stock.count.showOpen',
  different: 'stock.count.showDifferent',
} as const;

interface CountFormProps {
  readonly draft: CountDraft;
  /** Null puts the count away. */
  readonly onDraft: (draft: CountDraft | null) => void;
}

/** A count under way: scanned up or typed, its differences shown before it is saved. */
export function CountForm({ draft, onDraft }: CountFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const format = useFormat();
  const { zone } = useStoreFacts();
  const back = useWayBack('/stock');
  const errorWords = useErrorWords();
  const failedAct = useFailedAct(t('stock.count.unsure'));
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const [asking, setAsking] = useState<'save' | 'discard' | null>(null);
  const [note, setNote] = useState<string | null>(null);
  /** The product whose quantity is typed next, once it is shown. */
  const [goTo, setGoTo] = useState<{ readonly productId: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const finder = useRef<HTMLInputElement>(null);
  const toFinder = () => finder.current?.focus();
  useEffect(toFinder, []);
  useEffect(() => {
    if (goTo === null) return;
    const field = form.current?.querySelector<HTMLInputElement>(`[data-product="${goTo.productId}"]`);
    field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  }, [goTo]);
  const differences = useDifferences(draft);
  const save = useMutation(
    trpc.stock.count.mutationOptions({
      onSuccess: ({ documentId }) => {
        onDraft(null);
        notifications.show({ message: t('stock.count.done') });
        void navigate({ to: '/stock/documents/$documentId', params: { documentId }, replace: true });
      },
    }),
  );
  const isDifferent = (line: CountLine) =>
    (differences.byProduct.get(line.productId)?.differenceThousandths ?? 0) !== 0;
  const groups = {
    all: draft.lines,
    open: draft.lines.filter((line) => countedOf(line) === 'open'),
    different: draft.lines.filter(isDifferent),
  };
  const change = (changes: Partial<CountDraft>) => {
    setNote(null);
    save.reset();
    onDraft({ ...draft, ...changes });
  };
  const take = (product: ProductRow, how: 'typed' | 'scanned') => {
    const known = draft.lines.find(({ productId }) => productId === product.productId);
    if (!known) return setNote(t('stock.count.notHere', { name: product.name }));
    if (how === 'typed') {
      setShown('all');
      return setGoTo({ productId: product.productId });
    }
    const lines = countedUp(draft.lines, product.productId, Date.now());
    change({ lines });
    const { counted = '' } = lines.find(({ productId }) => productId === product.productId) ?? {};
    setNote(t('stock.count.addedUp', { name: product.name, quantity: counted }));
  };
  const send = () => {
    setAsking(null);
    save.mutate({ documentId: draft.documentId, lines: countedLines(draft, zone) });
  };
  const counted = draft.lines.length - groups.open.length;
  const submit = () => {
    if (save.isPending || counted === 0) return;
    const wrong = draft.lines.find((line) => countedOf(line) === null);
    if (wrong) {
      setShown('all');
      setGoTo({ productId: wrong.productId });
      return setNote(t('stock.count.bad'));
    }
    if (draft.moment !== '' && instantOfLocal(draft.moment, zone) > Date.now())
      return setNote(t('stock.count.momentBad'));
    if (groups.open.length > 0) setAsking('save');
    else send();
  };
  const stepBack = () => (document.activeElement === finder.current ? back() : toFinder());
  useShortcuts(t('stock.count.title'), [
    { keys: 'F2', label: t('purchases.keys.product'), run: toFinder, bar: true },
    { keys: 'F12', label: t('stock.count.save'), run: submit, bar: true, when: counted > 0 },
    { keys: 'Ctrl+P', label: t('stock.count.print'), run: () => window.print() },
    { keys: 'Escape', label: t('actions.back'), run: stepBack, bar: true },
  ]);
  /** Enter and the arrows go from one quantity to the next, down the list. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || isComposing(event.nativeEvent) || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.dataset.product === undefined) return;
    event.preventDefault();
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('[data-product]') ?? [])];
    fields[fields.indexOf(event.target) + step]?.focus();
  };
  const failure = save.error ? failedAct(save.error) : differences.error ? errorWords(differences.error) : null;
  const sumMinor = [...differences.byProduct.values()].reduce((sum, each) => sum + (each.worthMinor ?? 0), 0);
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={t('stock.count.title')}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      <div className={classes.finder}>
        <ProductFinder input={finder} onProduct={take} />
        <p role="status" className={classes.note}>
          {note}
        </p>
      </div>
      <div className={classes.bar}>
        <Choices
          label={t('stock.count.show')}
          chosen={shown}
          onChoose={setShown}
          choices={SHOWN.map((value) => ({ value, words: t(SHOWN_WORDS[value]), count: groups[value].length }))}
        />
        <TextInput
          className={classes.moment ?? ''}
          type="datetime-local"
          label={t('stock.count.moment')}
          title={t('stock.count.momentHelp')}
          value={draft.moment}
          onChange={(event) => change({ moment: event.currentTarget.value })}
        />
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('stock.count.print')}
        </Button>
      </div>
      <CountLines
        lines={groups[shown]}
        differences={differences.byProduct}
        onCounted={(productId, text) =>
          change({
            lines: draft.lines.map((line) =>
              line.productId === productId
                ? { ...line, counted: text, atMs: text.trim() === '' ? null : Date.now() }
                : line,
            ),
          })
        }
      />
      <div className={classes.end}>
        {failure ? (
          <div role="alert" className={classes.problem}>
            <p>{failure.text}</p>
            <SupportDetails text={failure.details} />
          </div>
        ) : (
          <p className={classes.progress}>
            <strong>{t('stock.count.progress', { counted, all: draft.lines.length })}</strong>
            <span>
              {groups.different.length > 0
                ? t('stock.count.differences', { count: groups.different.length })
                : counted > 0 && t('stock.count.noDifference')}
            </span>
          </p>
        )}
        <p className={classes.sum} data-loss={sumMinor < 0 || undefined}>
          <span>{t('stock.count.sum')}</span>
          <strong>{format.money(sumMinor)}</strong>
        </p>
        <Button variant="default" h={44} flex="none" onClick={() => setAsking('discard')}>
          {t('stock.receive.discard')}
        </Button>
        <KeyButton keys="F12" disabled={counted === 0} loading={save.isPending} onClick={submit}>
          {t('stock.count.save')}
        </KeyButton>
      </div>
      <div className={classes.keys}>
        <KeyBar />
      </div>
      <PrintSheet sheet="of-the-printer">
        <CountSheet draft={draft} />
      </PrintSheet>
      <ConfirmDialog
        opened={asking === 'save'}
        title={t('stock.count.saveSome', { counted })}
        body={t('stock.count.saveSomeBody', { count: groups.open.length })}
        confirm={t('stock.count.save')}
        onConfirm={send}
        onCancel={() => setAsking(null)}
      />
      <ConfirmDialog
        opened={asking === 'discard'}
        title={t('stock.receive.discardTitle')}
        body={t('stock.receive.discardBody')}
        confirm={t('stock.receive.discard')}
        danger
        onConfirm={() => onDraft(null)}
        onCancel={() => setAsking(null)}
      />
    </form>
  );
}
