import { Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ApprovalDialog } from '../../ui/approval/ApprovalDialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { readSignedPoints } from './signed-points.ts';

interface AdjustFormProps {
  readonly card: MemberCard;
  readonly onClose: () => void;
}

/** New with each opening: so is the id by which a repeated click adjusts once. */
export function AdjustForm({ card, onClose }: AdjustFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const mayAdjust = useMay('points.adjust');
  const [adjustmentId] = useState(() => newId<'adjustment'>());
  const [asking, setAsking] = useState(false);
  const approvalId = useRef<Id<'approval'>>(undefined);
  const adjust = useMutation(trpc.points.adjust.mutationOptions());
  const inWords = (points: number) => t('facts.points', { count: Math.abs(points) });
  const form = useForm({
    initial: { points: '', reason: '' },
    check: ({ points, reason }) => ({
      points: readSignedPoints(points) === null ? t('memberActs.adjust.pointsBad') : undefined,
      reason: reason.trim() === '' ? t('form.required') : undefined,
    }),
    save: async ({ points: typed, reason }) => {
      const points = readSignedPoints(typed) ?? 0;
      const lent = approvalId.current ? { approvalId: approvalId.current } : {};
      try {
        const { balanceAfter } = await adjust.mutateAsync({
          adjustmentId,
          memberId: card.memberId,
          points,
          reason: reason.trim(),
          ...lent,
        });
        const told = points > 0 ? 'memberActs.adjust.done.add' : 'memberActs.adjust.done.take';
        notifications.show({ message: t(told, { points: inWords(points), balance: format.count(balanceAfter) }) });
        onClose();
      } catch (error) {
        if (refusalOf(error)?.reason !== 'approval-needed') throw error;
        setAsking(true);
      }
    },
    refusalFields: { 'insufficient-points': 'points' },
  });
  const points = readSignedPoints(form.values.points);
  const words = { points: inWords(points ?? 0), name: card.name ?? t('members.noName'), reason: form.values.reason };
  return (
    <>
      <Form form={form} label={t('memberActs.adjust.title')} onLeave={onClose}>
        <TextInput
          label={t('memberActs.adjust.points')}
          description={t('memberActs.adjust.pointsHelp', { points: inWords(card.availablePoints) })}
          autoComplete="off"
          maxLength={12}
          data-autofocus
          {...form.field('points')}
        />
        <TextInput
          label={t('memberActs.adjust.reason')}
          description={t('memberActs.adjust.reasonHelp')}
          autoComplete="off"
          maxLength={120}
          {...form.field('reason')}
        />
        {!mayAdjust && <Text c="var(--ink-soft)">{t('memberActs.adjust.needsManager')}</Text>}
        <FormActions
          form={form}
          save={
            points === null
              ? t('memberActs.adjust.title')
              : t(points > 0 ? 'memberActs.adjust.add' : 'memberActs.adjust.take', { points: words.points })
          }
        />
      </Form>
      <ApprovalDialog
        opened={asking}
        right="points.adjust"
        what={t((points ?? 0) > 0 ? 'memberActs.adjust.what.add' : 'memberActs.adjust.what.take', words)}
        onApproved={(id) => {
          approvalId.current = id;
          setAsking(false);
          void form.submit();
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
