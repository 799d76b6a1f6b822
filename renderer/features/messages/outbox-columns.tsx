import type { TFunction } from 'i18next';
import type { OutboxRow } from '../../../shared/contract/messages.contract.ts';
import { RelativeTime } from '../../ui/facts/RelativeTime.tsx';
import { reasonWords } from '../../ui/messages/reason-words.ts';
import { type ListColumn, listColumns } from '../../ui/table/columns.ts';
import { MessageState } from './MessageState.tsx';

const column = listColumns<OutboxRow>();

/** The columns of the outbox: to whom, what, how it stands and why. */
export const outboxColumns = (t: TFunction): readonly ListColumn<OutboxRow>[] =>
  column.columns([
    column.accessor(({ memberName }) => memberName ?? t('messages.outbox.noName'), {
      id: 'member',
      header: t('messages.outbox.column.member'),
      meta: { width: 'minmax(112px, 1fr)' },
    }),
    column.accessor(({ channel }) => t(`messages.channel.${channel}`), {
      id: 'channel',
      header: t('messages.outbox.column.channel'),
      meta: { width: '88px' },
    }),
    column.accessor(({ text, templateName }) => text ?? templateName, {
      id: 'what',
      header: t('messages.outbox.column.what'),
      meta: { width: 'minmax(240px, 3fr)' },
    }),
    column.accessor('state', {
      header: t('messages.outbox.column.state'),
      cell: ({ getValue }) => <MessageState state={getValue()} />,
      meta: { width: '104px', copy: ({ state }: OutboxRow) => t(`messages.state.${state}`) },
    }),
    column.accessor(({ reason }) => reasonWords(reason, t), {
      id: 'why',
      header: t('messages.outbox.column.why'),
      meta: { width: 'minmax(160px, 2fr)' },
    }),
    column.accessor('changedAtMs', {
      header: t('messages.outbox.column.changed'),
      cell: ({ getValue }) => <RelativeTime atMs={getValue()} />,
      meta: { width: '128px' },
    }),
  ]);
