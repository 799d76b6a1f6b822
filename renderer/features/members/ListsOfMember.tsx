import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { offerUndo } from '../../ui/undo.tsx';
import classes from './ListsOfMember.module.css';

interface List {
  readonly audienceId: Id<'audience'>;
  readonly name: string;
}

/** The lists that somebody put the member into; whoever may puts into others and takes out. */
export function ListsOfMember({ card: { memberId, name } }: { readonly card: MemberCard }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const may = useMay('audience.write');
  const lists = useQuery(trpc.audiences.ofMember.queryOptions({ memberId })).data?.lists;
  const all = useQuery({ ...trpc.audiences.list.queryOptions({ limit: 200 }), enabled: may }).data?.rows ?? [];
  const others = all.filter(
    ({ terms, audienceId }) => terms.kind === 'list' && lists?.every((list) => list.audienceId !== audienceId),
  );
  const put = useMutation(
    trpc.audiences.put.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  const change = async ({ audienceId }: List, isIn: boolean, isUndo = false) => {
    await put.mutateAsync({ entryId: newId<'audience-entry'>(), audienceId, memberId, isIn });
    if (isUndo) return;
    offerUndo({
      text: t(isIn ? 'audiences.putIn' : 'audiences.takenOut', { name: name ?? t('members.noName') }),
      label: t('actions.undo'),
      onUndo: () => void change({ audienceId, name: '' }, !isIn, true).catch(() => {}),
    });
  };
  if (!lists) return <LoadingState lines={1} />;
  return (
    <div className={classes.lists}>
      {lists.length === 0 && <span className={classes.none}>{t('audiences.ofMember.none')}</span>}
      {lists.map((list) => (
        <span key={list.audienceId} className={classes.list}>
          {list.name}
          {may && (
            <button
              type="button"
              className={classes.takeOut}
              aria-label={t('audiences.ofMember.takeOut', { name: list.name })}
              onClick={() => void change(list, false).catch(() => {})}
            >
              <IconX size={14} stroke={1.5} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {may && (
        <Menu position="bottom-start" returnFocus>
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}>
              {t('audiences.ofMember.put')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {others.length === 0 && <Menu.Label>{t('audiences.ofMember.noMore')}</Menu.Label>}
            {others.map((list) => (
              <Menu.Item key={list.audienceId} onClick={() => void change(list, true).catch(() => {})}>
                {list.name}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item
              onClick={() =>
                void navigate({
                  to: '/audiences/$audienceId',
                  params: { audienceId: newId<'audience'>() },
                  search: { isNew: true, kind: 'list' },
                })
              }
            >
              {t('audiences.ofMember.makeList')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
