import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { newId } from '../../lib/new-id.ts';
import { MemberFinder } from '../../ui/members/MemberFinder.tsx';
import { offerUndo } from '../../ui/undo.tsx';

/** Finds one member after another and puts them into a list. */
export function PutMember({ audienceId }: { readonly audienceId: Id<'audience'> }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const put = useMutation(
    trpc.audiences.put.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  const change = (memberId: Id<'member'>, isIn: boolean) =>
    put.mutateAsync({ entryId: newId<'audience-entry'>(), audienceId, memberId, isIn });
  const take = async ({ memberId, name }: MemberCard) => {
    await change(memberId, true);
    offerUndo({
      text: t('audiences.putIn', { name: name ?? t('members.noName') }),
      label: t('actions.undo'),
      onUndo: () => void change(memberId, false).catch(() => {}),
    });
    input.current?.focus();
  };
  return (
    <MemberFinder input={input} text={text} onText={setText} onMember={(card) => void take(card).catch(() => {})} />
  );
}
