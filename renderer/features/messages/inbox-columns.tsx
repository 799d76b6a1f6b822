import type { TFunction } from 'i18next';
import type { InboxRow } from '../../../shared/contract/messages.contract.ts';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';

const column = listColumns<InboxRow>();

/** The columns of the inbox: from whom, what, when. */
export const inboxColumns = (t: TFunction): readonly ListColumn<InboxRow>[] =>
  column.columns([
    column.accessor(
      ({ memberId, memberName }) => memberName ?? t(memberId ? 'messages.outbox.noName' : 'messages.inbox.stranger'),
      {
        id: 'member',
        header: t('messages.inbox.column.from'),
        meta: { width: 'minmax(112px, 1fr)' },
      },
    ),
    column.accessor('addressMasked', { header: t('messages.inbox.column.number'), meta: { width: '144px' } }),
    column.accessor('text', { header: t('messages.inbox.column.text'), meta: { width: 'minmax(240px, 3fr)' } }),
    column.accessor(({ isOptOut }) => (isOptOut ? t('messages.inbox.optedOut') : ''), {
      id: 'optOut',
      header: t('messages.inbox.column.meaning'),
      meta: { width: '144px' },
    }),
    column.accessor('atMs', {
      header: t('messages.inbox.column.when'),
      cell: ({ getValue }) => <RelativeTime atMs={getValue()} />,
      meta: { width: '128px' },
    }),
  ]);
