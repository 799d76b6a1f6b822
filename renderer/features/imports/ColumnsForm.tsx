import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportLook, ImportView } from '../../../shared/contract/imports.contract.ts';
import type { Mapping } from '../../../shared/imports/field.ts';
import { headerSignature } from '../../../shared/imports/guess-mapping.ts';
import type { Reading } from '../../../shared/imports/reading.ts';
import { useTRPC } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { recall, remember } from '../../lib/remembered.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './ColumnsForm.module.css';
import { asksForDateOrder, type ColumnsDraft, draftFaults, firstDraft, keysUsed } from './columns-draft.ts';
import { KnownFields } from './KnownFields.tsx';
import { MappingFields } from './MappingFields.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { ReadingFields } from './ReadingFields.tsx';

interface ColumnsFormProps {
  readonly view: ImportView;
  readonly look: ImportLook;
  readonly onReading: (reading: Reading) => void;
}

const CHECK_KEYS = 'Ctrl+Enter';

function recalledMapping(signature: string): Mapping | null {
  try {
    const kept: unknown = JSON.parse(recall(`import.${signature}`) ?? 'null');
    return kept as Mapping | null;
  } catch {
    return null;
  }
}

/** How the file is read, its first rows, what its columns are, and what is done with rows on file. */
export function ColumnsForm({ view, look, onReading }: ColumnsFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const { importId, target } = view;
  const signature = headerSignature(target, look.headers);
  const [draft, setDraft] = useState(() => firstDraft(target, look, recalledMapping(signature)));
  const own = useCustomFields();
  const [isTried, setIsTried] = useState(false);
  const check = useMutation(trpc.imports.check.mutationOptions());
  const faults = isTried ? draftFaults(target, look, draft, own) : new Map<string, never>();
  const change = (part: Partial<ColumnsDraft>) => setDraft((known) => ({ ...known, ...part }));

  const send = () => {
    setIsTried(true);
    if (draftFaults(target, look, draft, own).size > 0) return;
    remember(`import.${signature}`, JSON.stringify(draft.mapping));
    const { mapping, dateOrder, decimalMark, policy, source } = draft;
    const matchBy = keysUsed(draft);
    check.mutate({ importId, reading: look.reading, mapping, dateOrder, decimalMark, policy, matchBy, source });
  };
  useShortcuts(t('imports.columns.title'), [{ keys: CHECK_KEYS, label: t('imports.check'), run: send }]);

  return (
    <form
      className={classes.form}
      aria-label={t('imports.columns.title')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ReadingFields
        look={look}
        draft={draft}
        asksForDateOrder={asksForDateOrder(target, look, draft, own)}
        hasFault={faults.has('dateOrder')}
        onChange={change}
        onReading={onReading}
      />
      <PreviewTable target={target} look={look} mapping={draft.mapping} />
      <MappingFields target={target} look={look} draft={draft} faults={faults} onChange={change} />
      <KnownFields target={target} draft={draft} hasFault={faults.has('matchBy')} onChange={change} />
      <div className={classes.end}>
        {(check.error || faults.size > 0) && (
          <p role="alert" className={classes.error}>
            {check.error ? errorWords(check.error).text : t('imports.columns.look')}
          </p>
        )}
        <Button type="submit" loading={check.isPending} aria-keyshortcuts="Control+Enter">
          {t('imports.check')}
        </Button>
      </div>
    </form>
  );
}
