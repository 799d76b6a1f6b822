import { Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/kernel/id.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { LoadingState } from '../../ui/states/LoadingState.tsx';

interface GiveCouponDialogProps {
  readonly memberId: Id<'member'>;
  readonly onClose: () => void;
}

type Kinds = readonly { readonly kindId: Id<'coupon-kind'>; readonly terms: { readonly name: string } }[];

/** Gives one coupon to a member, of the kinds that are live. */
export function GiveCouponDialog({ memberId, onClose }: GiveCouponDialogProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const kinds = useQuery(trpc.coupons.kinds.queryOptions()).data?.filter(({ state }) => state === 'live');
  return (
    <Dialog opened onClose={onClose} title={t('coupons.member.giveTitle')} escCloses={!kinds?.length}>
      {!kinds && <LoadingState lines={2} />}
      {kinds?.length === 0 && <Text>{t('coupons.member.noneBody')}</Text>}
      {kinds && kinds.length > 0 && <GiveForm memberId={memberId} kinds={kinds} onClose={onClose} />}
    </Dialog>
  );
}

function GiveForm({ memberId, kinds, onClose }: GiveCouponDialogProps & { readonly kinds: Kinds }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const format = useFormat();
  const [issueId] = useState(() => newId<'coupon-issue'>());
  const issue = useMutation(trpc.coupons.issue.mutationOptions());
  const form = useForm({
    initial: { kindId: kinds[0]?.kindId as string },
    save: async ({ kindId }) => {
      const { throughDate } = await issue.mutateAsync({ issueId, memberId, kindId: kindId as Id<'coupon-kind'> });
      const name = kinds.find((kind) => kind.kindId === kindId)?.terms.name ?? '';
      onClose();
      notifications.show({ message: t('coupons.member.given', { name, through: format.date(throughDate) }) });
    },
  });
  return (
    <Form form={form} label={t('coupons.member.giveTitle')} onLeave={onClose}>
      <Select
        label={t('coupons.member.which')}
        data={kinds.map(({ kindId, terms }) => ({ value: kindId as string, label: terms.name }))}
        value={form.values.kindId}
        onChange={(next) => next && form.set({ kindId: next })}
        data-autofocus
      />
      <FormActions form={form} save={t('coupons.member.give')} />
    </Form>
  );
}
