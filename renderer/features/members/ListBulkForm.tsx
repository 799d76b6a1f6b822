import { Select, TextInput } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberRow } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { MemberListAct } from '../../../shared/members/member-bulk.ts';
import { useTRPC, useTRPCClient } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { BulkDialog } from '../../ui/bulk/BulkDialog.tsx';
import type { Selected } from '../../ui/table/use-selection.ts';
import type { MemberQuestion } from './MemberBulkForm.tsx';

interface ListBulkFormProps {
  readonly kind: MemberListAct['kind'];
  readonly selected: Selected<MemberRow>;
  readonly question: MemberQuestion;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Chosen for a list that is made with the act. */
const NEW = 'new';

/** Many members into a list, one that there is or a new one, or out of it. */
export function ListBulkForm({ kind, selected, question, onDone, onClose }: ListBulkFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const mayMake = kind === 'put-into-list';
  const known = useQuery(trpc.audiences.list.queryOptions({ limit: 200 })).data?.rows;
  const lists = (known ?? []).filter(({ terms, isOwn }) => terms.kind === 'list' && isOwn);
  const [picked, setPicked] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [newListId] = useState(() => newId<'audience'>());
  const chosen = picked ?? lists[0]?.audienceId ?? (mayMake && known ? NEW : null);
  const isNew = chosen === NEW;
  const audienceId = (isNew ? newListId : chosen) as Id<'audience'> | null;
  const selection = selected.all
    ? { matching: question, except: selected.except as Id<'member'>[] }
    : { ids: selected.rows.map(({ memberId }) => memberId) };
  const preview = useQuery(
    trpc.bulk.previewMembers.queryOptions(audienceId && !isNew ? { selection, act: { kind, audienceId } } : skipToken),
  );
  const missing = () => {
    if (!audienceId) return t('bulk.chooseList');
    return isNew && name.trim() === '' ? t('bulk.nameList') : null;
  };
  const begin = async (runId: Id<'bulk'>, count: number) => {
    const act = { kind, audienceId: audienceId as Id<'audience'> };
    if (isNew)
      await client.audiences.save.mutate({
        audienceId: newListId,
        basedOn: 0,
        name: name.trim(),
        terms: { kind: 'list' },
      });
    return client.bulk.members.mutate({ runId, count, selection, act });
  };
  return (
    <BulkDialog
      title={t(`bulk.membersTitle.${kind}`, { count: selected.count })}
      // Nobody is in a list that is yet to be made.
      preview={isNew ? { total: selected.count, changes: selected.count, skipped: {} } : preview.data}
      previewError={preview.error}
      missing={missing()}
      canUndo
      begin={begin}
      onDone={() => {
        onClose();
        onDone();
      }}
      onClose={onClose}
    >
      {lists.length > 0 ? (
        <Select
          label={t('bulk.list')}
          data={[
            ...lists.map((list) => ({ value: list.audienceId as string, label: list.name })),
            ...(mayMake ? [{ value: NEW, label: t('audiences.ofMember.makeList') }] : []),
          ]}
          value={chosen}
          onChange={setPicked}
          allowDeselect={false}
          data-autofocus
        />
      ) : (
        !mayMake && known && <p>{t('bulk.noLists')}</p>
      )}
      {isNew && (
        <TextInput
          label={t('bulk.listName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={60}
          autoComplete="off"
          data-autofocus={lists.length === 0 || undefined}
        />
      )}
    </BulkDialog>
  );
}
