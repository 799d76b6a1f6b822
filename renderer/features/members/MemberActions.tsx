import { Button } from '@mantine/core';
import { IconAdjustments, IconCashRegister, IconEdit, IconGift, IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberProfile } from '../../../shared/contract/members.contract.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { AdjustDialog } from './AdjustDialog.tsx';
import { EditMemberDialog } from './EditMemberDialog.tsx';
import { RedeemDialog } from './RedeemDialog.tsx';
import { SendMessageDialog } from './SendMessageDialog.tsx';

/** The actions that matter on a member's page, each only for whoever may. */
export function MemberActions({ profile }: { readonly profile: MemberProfile }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'edit' | 'adjust' | 'redeem' | 'message' | null>(null);
  const mayEdit = useMay('member.write') && profile.card.status !== 'erased';
  // Of a stopped account nothing is used or adjusted.
  const mayRedeem = useMay('points.redeem') && profile.card.status === 'active';
  const maySell = useMay('sale.make') && profile.card.status !== 'erased';
  const mayWrite = useMay('message.send') && profile.card.status === 'active';
  const navigate = useNavigate();
  const sell = () => void navigate({ to: '/till', search: { member: profile.card.memberId } });
  useShortcuts(t('members.page.title'), [
    { keys: 'F2', label: t('members.edit.title'), run: () => setDoing('edit'), when: mayEdit },
    { keys: 'F4', label: t('memberActs.sell'), run: sell, when: maySell },
    { keys: 'F7', label: t('memberActs.adjust.title'), run: () => setDoing('adjust'), when: mayRedeem },
    { keys: 'F9', label: t('points.redeem.title'), run: () => setDoing('redeem'), when: mayRedeem },
    { keys: 'Alt+M', label: t('messages.send.action'), run: () => setDoing('message'), when: mayWrite },
  ]);
  const done = () => setDoing(null);
  return (
    <>
      {maySell && (
        <Button
          variant="default"
          leftSection={<IconCashRegister size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="F4"
          onClick={sell}
        >
          {t('memberActs.sell')}
        </Button>
      )}
      {mayEdit && (
        <Button
          variant="default"
          leftSection={<IconEdit size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="F2"
          onClick={() => setDoing('edit')}
        >
          {t('actions.edit')}
        </Button>
      )}
      {mayWrite && (
        <Button
          variant="default"
          leftSection={<IconSend size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="Alt+M"
          onClick={() => setDoing('message')}
        >
          {t('messages.send.action')}
        </Button>
      )}
      {mayRedeem && (
        <Button
          variant="default"
          leftSection={<IconAdjustments size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="F7"
          onClick={() => setDoing('adjust')}
        >
          {t('memberActs.adjust.title')}
        </Button>
      )}
      {mayRedeem && (
        <Button
          leftSection={<IconGift size={16} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="F9"
          onClick={() => setDoing('redeem')}
        >
          {t('points.redeem.title')}
        </Button>
      )}
      <EditMemberDialog opened={doing === 'edit'} profile={profile} onClose={done} />
      <AdjustDialog opened={doing === 'adjust'} card={profile.card} onClose={done} />
      <SendMessageDialog opened={doing === 'message'} card={profile.card} onClose={done} />
      <RedeemDialog opened={doing === 'redeem'} card={profile.card} onClose={done} />
    </>
  );
}
