import type { TFunction } from 'i18next';
import type { MendRow } from '../../../shared/contract/quality.contract.ts';
import type { Format } from '../../lib/format.ts';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';

const column = listColumns<MendRow>();

/** Who, when last seen, how good the details are and when somebody last said so. */
export const mendColumns = (t: TFunction, format: Format): readonly ListColumn<MendRow>[] =>
  column.columns([
    column.accessor((row) => row.card.name, {
      id: 'name',
      header: t('members.name'),
      cell: ({ getValue }) => getValue() ?? t('members.noName'),
      meta: { width: 'minmax(160px, 2fr)' },
    }),
    column.accessor((row) => row.card.phoneMasked ?? row.card.cardNumber, {
      id: 'phone',
      header: t('members.phone'),
      cell: ({ getValue }) => getValue() ?? '–',
      meta: { width: 'minmax(128px, 1fr)' },
    }),
    column.accessor((row) => row.card.lastVisitDate, {
      id: 'lastVisitDate',
      header: t('members.list.lastVisit'),
      cell: ({ getValue }) => {
        const date = getValue();
        return date ? format.date(date) : t('members.list.never');
      },
      meta: { width: '136px', align: 'end' },
    }),
    column.accessor('confirmedAtMs', {
      header: t('quality.mend.confirmed'),
      cell: ({ getValue }) => {
        const atMs = getValue();
        return atMs === null ? t('members.list.never') : format.day(atMs);
      },
      meta: { width: '136px', align: 'end' },
    }),
    column.accessor('score', {
      header: t('quality.mend.score'),
      cell: ({ getValue }) => format.count(getValue()),
      meta: { width: '88px', align: 'end' },
    }),
  ]);
