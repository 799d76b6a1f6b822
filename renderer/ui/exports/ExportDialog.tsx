import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { BULK_ROWS, EXPORT_FORMATS, type ExportFormat } from '../../../shared/lists/export.ts';
import { refusalOf, useTRPCClient } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { recall, remember } from '../../lib/remembered.ts';
import { useMay, useSignedIn } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ActFoot } from '../acts/ActFoot.tsx';
import { RunningAct } from '../acts/RunningAct.tsx';
import { saveBlob } from '../chart/save-blob.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { PinForm } from '../staff/PinForm.tsx';
import type { ShownColumn, ShownList } from '../table/shown-list.ts';
import classes from './ExportDialog.module.css';
import { takeExport } from './take-export.ts';

/** What every list is asked for alike; the page adds which rows and in what order. */
export interface ExportTerms {
  readonly exportId: Id<'export'>;
  readonly format: ExportFormat;
  readonly sheet: string;
  readonly columns: ShownColumn[];
  readonly fullPhones: boolean;
  readonly pin?: string;
}
export type BeginExport = (terms: ExportTerms) => Promise<{ readonly total: number }>;

const TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};
const PHONE = 'phoneMasked';
const isFormat = (text: string | null): text is ExportFormat =>
  (EXPORT_FORMATS as readonly (string | null)[]).includes(text);
const keptFormat = (): ExportFormat => {
  const kept = recall('export-format');
  return isFormat(kept) ? kept : 'xlsx';
};

interface ExportDialogProps {
  readonly shown: ShownList;
  readonly begin: BeginExport;
  readonly onClose: () => void;
}

/** What will be in the file, which kind of file, the PIN where it is asked for, and how far it is. Esc goes back. */
export function ExportDialog({ shown, begin, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useTRPCClient();
  const person = useSignedIn();
  const { label: title } = shown;
  const errorWords = useErrorWords();
  const mayUnmask = useMay('member.unmask');
  const [kind, setKind] = useState(keptFormat);
  const [fullPhones, setFullPhones] = useState(false);
  const [step, setStep] = useState<'choose' | 'pin' | 'running'>('choose');
  const [rows, setRows] = useState({ done: 0, total: shown.total });
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const ending = useRef(new AbortController());
  // What is closed is stopped, however it was closed.
  useEffect(() => {
    const controller = new AbortController();
    ending.current = controller;
    return () => controller.abort();
  }, []);

  const back = step === 'pin' ? () => setStep('choose') : onClose;
  useShortcuts(t('exports.title', { list: title }), [{ keys: 'Escape', label: t('actions.back'), run: back }]);

  const take = async (pin?: string) => {
    const exportId = newId<'export'>();
    const terms = { exportId, format: kind, sheet: title, columns: [...shown.columns], fullPhones };
    const { total } = await begin(pin === undefined ? terms : { ...terms, pin });
    setRows({ done: 0, total });
    setStep('running');
    try {
      const parts = await takeExport(client, exportId, (done) => setRows({ done, total }), ending.current.signal);
      if (!parts) return;
      saveBlob(new Blob(parts, { type: TYPES[kind] }), `${title} ${format.isoDay(Date.now())}.${kind}`);
      notifications.show({ message: t('exports.done', { count: total }) });
      onClose();
    } catch (error) {
      setProblem(errorWords(error).text);
      setStep('choose');
    }
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    // A second one would take the place of the first, whose file would never be whole.
    if (isSending) return;
    setProblem(null);
    setIsSending(true);
    remember('export-format', kind);
    take()
      .catch((error: unknown) => {
        if (refusalOf(error)?.reason === 'pin-again') setStep('pin');
        else setProblem(errorWords(error).text);
      })
      .finally(() => setIsSending(false));
  };

  if (step === 'pin')
    return (
      <Stack gap="sm">
        <p className={classes.why}>{t(fullPhones ? 'exports.whyPinPhones' : 'exports.whyPin', { count: BULK_ROWS })}</p>
        <PinForm person={person} submit={t('exports.action')} send={take} />
      </Stack>
    );
  if (step === 'running') {
    const words = t('exports.progress', { done: format.count(rows.done), total: format.count(rows.total) });
    return <RunningAct done={rows.done} total={rows.total} words={words} stop={t('exports.cancel')} onStop={onClose} />;
  }
  const hasPhones = shown.columns.some(({ id }) => id === PHONE);
  const needsPin = shown.total >= BULK_ROWS || fullPhones;
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        <dl className={classes.facts}>
          <dt>{t('exports.rows')}</dt>
          <dd>{t('exports.asShown', { count: shown.total })}</dd>
          <dt>{t('exports.columns', { count: shown.columns.length })}</dt>
          <dd>{shown.columns.map(({ heading }) => heading).join(t('audit.between'))}</dd>
        </dl>
        <Radio.Group label={t('exports.format')} value={kind} onChange={(value) => isFormat(value) && setKind(value)}>
          <Stack gap="xs" mt={4}>
            {EXPORT_FORMATS.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`exports.kind.${each}`)}
                description={t(`exports.kindHelp.${each}`)}
                data-autofocus={each === kind || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        {hasPhones && mayUnmask && (
          <Checkbox
            checked={fullPhones}
            onChange={(event) => setFullPhones(event.currentTarget.checked)}
            label={t('exports.fullPhones')}
            description={t('exports.fullPhonesHelp')}
          />
        )}
        <ActFoot note={t(needsPin ? 'exports.keptWithPin' : 'exports.kept')} problem={problem} onCancel={onClose}>
          <Button type="submit" loading={isSending}>
            {t('exports.action')}
          </Button>
        </ActFoot>
      </Stack>
    </form>
  );
}
