import { IconMail } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxRow } from '../../../shared/contract/messages.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { inboxColumns } from './inbox-columns.tsx';
import { MessagesFrame } from './MessagesFrame.tsx';
import { StrangerDialog } from './StrangerDialog.tsx';

/** What members replied, and what came from numbers that are nobody's. Enter opens the member. */
export function InboxPage() {
  return (
    <MessagesFrame>
      <Inbox />
    </MessagesFrame>
  );
}

function Inbox() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const columns = useMemo(() => inboxColumns(t), [t]);
  const [stranger, setStranger] = useState<InboxRow | null>(null);
  const open = (row: InboxRow) => {
    if (row.memberId) void navigate({ to: '/members/$memberId', params: { memberId: row.memberId } });
    else setStranger(row);
  };
  return (
    <>
      <DataTable<InboxRow>
        label={t('messages.places.inbox')}
        columns={columns}
        rowId={({ messageId }) => messageId}
        onOpen={open}
        empty={
          <EmptyState
            icon={<IconMail size={24} stroke={1.5} aria-hidden />}
            title={t('messages.inbox.empty')}
            body={t('messages.inbox.emptyBody')}
          />
        }
        fetchWindow={(window) => trpc.messages.inbox.queryOptions(window)}
      />
      {stranger && <StrangerDialog message={stranger} onClose={() => setStranger(null)} />}
    </>
  );
}
