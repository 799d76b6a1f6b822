import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FaultyRow, ImportView } from '../../../shared/contract/imports.contract.ts';
import { type ApiClient, useTRPC, useTRPCClient } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { type Language, languageOf } from '../../lib/i18n.ts';
import { saveBlob } from '../../ui/chart/save-blob.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import classes from './FaultTable.module.css';
import { faultColumns } from './fault-columns.tsx';

async function faultFile(client: ApiClient, { importId }: ImportView, language: Language): Promise<Blob> {
  const parts: string[] = [];
  for (let afterRow: number | null = 0; afterRow !== null; ) {
    const part: { text: string; nextAfterRow: number | null } = await client.imports.faultFile.query({
      importId,
      language,
      afterRow,
    });
    parts.push(part.text);
    afterRow = part.nextAfterRow;
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** The rows that stay out, each with what is wrong, and all of them as a file to correct. */
export function FaultTable({ view }: { readonly view: ImportView }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const errorWords = useErrorWords();
  const { importId, target, leftOut } = view;
  const download = useMutation({
    mutationFn: () => faultFile(client, view, languageOf(i18n.language)),
    onSuccess: (blob) => {
      const name = view.fileName.replace(/\.[^.]+$/, '');
      saveBlob(blob, t('imports.summary.faultFile', { name }));
    },
  });
  const columns = useMemo(() => faultColumns(t, i18n.language, target), [t, i18n.language, target]);
  return (
    <section className={classes.faults} aria-label={t('imports.summary.problem')}>
      <div className={classes.head}>
        <p className={classes.words}>{t('imports.summary.faults', { count: leftOut })}</p>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('imports.summary.download')}
        </Button>
      </div>
      {download.error && (
        <p role="alert" className={classes.error}>
          {errorWords(download.error).text}
        </p>
      )}
      <DataTable<FaultyRow>
        label={t('imports.summary.problem')}
        columns={columns}
        rowId={(row) => String(row.row)}
        empty={null}
        fetchWindow={(window) => trpc.imports.faults.queryOptions({ importId, ...window })}
      />
    </section>
  );
}
