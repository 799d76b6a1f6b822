import type { AudienceRow } from '../../../shared/contract/audiences.contract.ts';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { meantWords, type Saying } from './audience-words.ts';
import { CountCell } from './CountCell.tsx';

const column = listColumns<AudienceRow>();

/** The columns of the list of audiences: whom it means, how many they are, who uses it. */
export const audienceColumns = (saying: Saying): readonly ListColumn<AudienceRow>[] => {
  const { t } = saying;
  const users = ({ usedBy }: AudienceRow) =>
    [...usedBy.offers, ...usedBy.campaigns, ...usedBy.automations, ...usedBy.audiences]
      .map(({ name }) => name)
      .join(t('audiences.and')) || '–';
  return column.columns([
    column.accessor('name', { header: t('audiences.column.name'), meta: { width: 'minmax(160px, 1fr)' } }),
    column.accessor(({ terms }) => t(`audiences.kind.${terms.kind}`), {
      id: 'kind',
      header: t('audiences.column.kind'),
      meta: { width: '112px' },
    }),
    column.accessor(({ terms }) => meantWords(terms, saying), {
      id: 'meant',
      header: t('audiences.column.meant'),
      meta: { width: 'minmax(240px, 3fr)' },
    }),
    column.accessor('audienceId', {
      id: 'members',
      header: t('audiences.column.members'),
      cell: ({ getValue }) => <CountCell audienceId={getValue()} />,
      meta: { width: '112px', align: 'end' },
    }),
    column.accessor(users, {
      id: 'usedBy',
      header: t('audiences.column.usedBy'),
      meta: { width: 'minmax(120px, 1fr)' },
    }),
    column.accessor('changedAtMs', {
      header: t('audiences.column.changed'),
      cell: ({ getValue }) => <RelativeTime atMs={getValue()} />,
      meta: { width: '128px' },
    }),
    column.accessor('note', {
      header: t('audiences.column.note'),
      meta: { width: 'minmax(120px, 1fr)', hiddenAtFirst: true },
    }),
  ]);
};
