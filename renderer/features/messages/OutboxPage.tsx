import { Button, Group } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../../shared/contract/messages.contract.ts';
import { OUTBOX_STATES, type OutboxState } from '../../../shared/messages/message.ts';
import { useTRPC } from '../../lib/api.ts';
import { Choices } from '../../ui/Choices.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { MessageDialog } from './MessageDialog.tsx';
import { MessagesFrame } from './MessagesFrame.tsx';
import { outboxColumns } from './outbox-columns.tsx';
import { useDecide } from './use-decide.ts';

const FILTERS = {
  all: OUTBOX_STATES,
  open: ['queued', 'sending'],
  uncertain: ['uncertain'],
  sent: ['sent'],
  stopped: ['failed', 'withheld', 'cancelled'],
} as const satisfies Readonly<Record<string, readonly OutboxState[]>>;
type Filter = keyof typeof FILTERS;
const NAMES = Object.keys(FILTERS) as Filter[];

/** Every message of this store: what waits, what went out, what was withheld and why. Enter opens one. */
export function OutboxPage() {
  return (
    <MessagesFrame>
      <Outbox />
    </MessagesFrame>
  );
}

function Outbox() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [filter, setFilter] = useState<Filter>('all');
  const [opened, setOpened] = useState<OutboxRow | null>(null);
  const columns = useMemo(() => outboxColumns(t), [t]);
  const states = [...FILTERS[filter]];
  const counted = useQuery(trpc.messages.outbox.queryOptions({ states: [...OUTBOX_STATES], limit: 1 }));
  const countOf = (name: Filter) =>
    counted.data?.counts.reduce(
      (sum, { state, messages }) => sum + ((FILTERS[name] as readonly OutboxState[]).includes(state) ? messages : 0),
      0,
    );
  return (
    <>
      <DataTable<OutboxRow>
        key={filter}
        label={t('messages.places.outbox')}
        columns={columns}
        rowId={({ messageId }) => messageId}
        onOpen={setOpened}
        controls={
          <Choices
            label={t('messages.outbox.filterLabel')}
            chosen={filter}
            onChoose={setFilter}
            choices={NAMES.map((value) => ({
              value,
              words: t(`messages.outbox.filter.${value}`),
              count: countOf(value),
            }))}
          />
        }
        renderSelectionActions={(selected, clear) => (
          <SelectedActs messageIds={selected.rows.map(({ messageId }) => messageId)} onDone={clear} />
        )}
        empty={
          filter === 'all' ? (
            <EmptyState
              icon={<IconSend size={24} stroke={1.5} aria-hidden />}
              title={t('messages.outbox.empty')}
              body={t('messages.outbox.emptyBody')}
            />
          ) : (
            <EmptyState title={t('messages.outbox.emptyFilter')} />
          )
        }
        fetchWindow={(window) => trpc.messages.outbox.queryOptions({ states, ...window })}
      />
      {opened && <MessageDialog message={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

interface SelectedActsProps {
  readonly messageIds: OutboxRow['messageId'][];
  readonly onDone: () => void;
}

/** As many as one act takes; the rest stays selected for the next. */
const MOST = 200;

function SelectedActs({ messageIds, onDone }: SelectedActsProps) {
  const { t } = useTranslation();
  const decide = useDecide(onDone);
  const act = (decision: 'send' | 'cancel') => decide.mutate({ messageIds: messageIds.slice(0, MOST), decision });
  const disabled = messageIds.length === 0;
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" disabled={disabled} loading={decide.isPending} onClick={() => act('cancel')}>
        {t('messages.one.cancel')}
      </Button>
      <Button size="xs" disabled={disabled} loading={decide.isPending} onClick={() => act('send')}>
        {t('messages.one.send')}
      </Button>
    </Group>
  );
}
