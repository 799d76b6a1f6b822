import type { TFunction } from 'i18next';
import type { AuditRow } from '../../../shared/contract/audit.contract.ts';
import type { Format } from '../../lib/format.ts';
import { doerWords } from '../../ui/facts/doer-words.ts';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { AuditSubject } from './AuditSubject.tsx';
import { actionWords, fieldWords } from './audit-words.ts';

const column = listColumns<AuditRow>();

/** The log as one reads it: number, when, who did what, about whom, which fields. */
export const auditColumns = (
  t: TFunction,
  format: Format,
  ownNames: ReadonlyMap<string, string>,
): readonly ListColumn<AuditRow>[] =>
  column.columns([
    column.accessor('position', {
      header: '#',
      cell: ({ getValue }) => format.count(getValue()),
      meta: { width: '72px', align: 'end' },
    }),
    column.accessor('atMs', {
      header: t('audit.when'),
      cell: ({ getValue }) => format.dateTime(getValue()),
      meta: { width: '176px', copy: ({ atMs }: AuditRow) => format.dateTime(atMs) },
    }),
    column.accessor('staffName', {
      header: t('audit.who'),
      cell: ({ row }) =>
        doerWords(row.original, t) ?? <span style={{ color: 'var(--ink-soft)' }}>{t('audit.nobody')}</span>,
      meta: { width: 'minmax(112px, 1fr)' },
    }),
    column.accessor('action', {
      header: t('audit.what'),
      cell: ({ getValue }) => actionWords(getValue(), t),
      meta: { width: 'minmax(160px, 1.5fr)', copy: ({ action }: AuditRow) => actionWords(action, t) },
    }),
    column.display({
      id: 'subject',
      header: t('audit.whom'),
      cell: ({ row }) => <AuditSubject row={row.original} />,
      meta: { width: 'minmax(176px, 1.5fr)', copy: ({ subjectName }: AuditRow) => subjectName ?? '' },
    }),
    column.display({
      id: 'fields',
      header: t('audit.fields'),
      cell: ({ row }) =>
        row.original.fields.map((field) => fieldWords(field, t, ownNames)).join(t('audit.between')) || '–',
      meta: {
        width: 'minmax(144px, 1.5fr)',
        copy: ({ fields }: AuditRow) => fields.map((field) => fieldWords(field, t, ownNames)).join(t('audit.between')),
      },
    }),
  ]);
