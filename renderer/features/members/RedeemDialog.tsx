import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { readWholePoints } from './whole-points.ts';

interface RedeemProps {
  readonly card: MemberCard;
  readonly onClose: () => void;
}

/** Takes points for a reward, without a sale. */
export function RedeemDialog({ opened, ...props }: RedeemProps & { readonly opened: boolean }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={props.onClose} title={t('points.redeem.title')} escCloses={false}>
      <RedeemForm {...props} />
    </Dialog>
  );
}

/** The form itself, new with each opening: so is the id by which a repeated click redeems once. */
function RedeemForm({ card, onClose }: RedeemProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const [redemptionId] = useState(() => newId<'redemption'>());
  const redeem = useMutation(trpc.points.redeem.mutationOptions());
  const { memberId, availablePoints } = card;
  const inWords = (points: number) => t('facts.points', { count: points });
  const form = useForm({
    initial: { points: '', reward: '' },
    check: ({ points, reward }) => ({
      points: readWholePoints(points) === null ? t('points.redeem.pointsBad') : undefined,
      reward: reward.trim() === '' ? t('form.required') : undefined,
    }),
    save: async ({ points: typed, reward: named }) => {
      const reward = named.trim();
      const { points, balanceAfter } = await redeem.mutateAsync({
        redemptionId,
        memberId,
        points: readWholePoints(typed) ?? 0,
        reward,
      });
      const balance = format.count(balanceAfter);
      notifications.show({ message: t('points.redeem.done', { points: inWords(points), reward, balance }) });
      onClose();
    },
    refusalFields: { 'insufficient-points': 'points' },
  });
  return (
    <Form form={form} label={t('points.redeem.title')} onLeave={onClose}>
      <TextInput
        label={t('points.redeem.points')}
        description={t('points.redeem.available', { points: inWords(availablePoints) })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        data-autofocus
        {...form.field('points')}
      />
      <TextInput
        label={t('points.redeem.reward')}
        description={t('points.redeem.rewardHelp')}
        autoComplete="off"
        maxLength={80}
        {...form.field('reward')}
      />
      <FormActions form={form} save={t('points.redeem.submit')} />
    </Form>
  );
}
