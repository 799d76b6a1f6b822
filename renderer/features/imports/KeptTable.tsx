import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKeptRow, ImportView } from '../../../shared/contract/imports.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { listColumns } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import classes from './ImportBody.module.css';

const column = listColumns<ImportKeptRow>();

/** What an undo left as it is, and why; Enter opens a member. */
export function KeptTable({ view: { importId, kept } }: { readonly view: ImportView }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('subjectName', {
          header: t('imports.kept.what'),
          cell: ({ row: { original } }) =>
            `${t(`imports.kept.subject.${original.subjectKind}`)} ${original.subjectName ?? t('imports.kept.unnamed')}`,
          meta: { width: 'minmax(240px, 1fr)' },
        }),
        column.accessor('reason', {
          header: t('imports.kept.why'),
          cell: ({ getValue }) => t(`imports.kept.reason.${getValue()}`),
          meta: { width: 'minmax(240px, 1fr)' },
        }),
      ]),
    [t],
  );
  return (
    <section className={classes.section} aria-labelledby="import-kept">
      <h2 id="import-kept" className={classes.heading}>
        {t('imports.kept.title', { count: kept })}
      </h2>
      <DataTable<ImportKeptRow>
        label={t('imports.kept.title', { count: kept })}
        columns={columns}
        rowId={({ subjectKind, subjectId, reason }) => `${subjectKind} ${subjectId} ${reason}`}
        onOpen={({ subjectKind, subjectId }) => {
          if (subjectKind === 'member') void navigate({ to: '/members/$memberId', params: { memberId: subjectId } });
        }}
        empty={null}
        fetchWindow={(window) => trpc.imports.kept.queryOptions({ importId, ...window })}
      />
    </section>
  );
}
