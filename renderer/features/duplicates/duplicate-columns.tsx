import type { TFunction } from 'i18next';
import type { DuplicateGroup } from '../../../shared/contract/quality.contract.ts';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { BandBadge } from './BandBadge.tsx';
import { reasonWords } from './reason-words.ts';

const column = listColumns<DuplicateGroup>();
const NAMED = 3;

/** Who, why, and how sure. */
export const duplicateColumns = (t: TFunction, language: string): readonly ListColumn<DuplicateGroup>[] =>
  column.columns([
    column.accessor('members', {
      header: t('quality.groups.who'),
      cell: ({ getValue }) => whoWords(getValue(), t),
      meta: { width: 'minmax(320px, 3fr)' },
    }),
    column.accessor('reasons', {
      header: t('quality.groups.why'),
      cell: ({ getValue }) => reasonWords(getValue(), t, language),
      meta: { width: 'minmax(280px, 3fr)' },
    }),
    column.accessor('band', {
      header: t('quality.groups.band'),
      cell: ({ getValue }) => <BandBadge band={getValue()} />,
      meta: { width: '120px' },
    }),
  ]);

/** "王小明 138****5678 / 王晓明 139****4321", with the number of those beyond three. */
function whoWords(members: DuplicateGroup['members'], t: TFunction): string {
  const names = members
    .slice(0, NAMED)
    .map(({ name, phoneMasked, cardNumber }) =>
      [name ?? t('members.noName'), phoneMasked ?? cardNumber].filter(Boolean).join(' '),
    )
    .join(' / ');
  return members.length > NAMED ? t('quality.groups.more', { names, count: members.length - NAMED }) : names;
}
