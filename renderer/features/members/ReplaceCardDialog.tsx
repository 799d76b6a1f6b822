import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';

interface ReplaceCardProps {
  readonly card: MemberCard;
  readonly onClose: () => void;
}

const WHYS = ['lost', 'replaced'] as const;
const CARD = /^[0-9A-Za-z-]{4,32}$/;

/** Hands out a new card; the old one finds nobody any more. */
export function ReplaceCardDialog({ opened, ...props }: ReplaceCardProps & { readonly opened: boolean }) {
  const { t } = useTranslation();
  const title = props.card.cardNumber === null ? t('memberActs.card.first') : t('memberActs.card.title');
  return (
    <Dialog opened={opened} onClose={props.onClose} title={title} escCloses={false}>
      <ReplaceCardForm {...props} label={title} />
    </Dialog>
  );
}

function ReplaceCardForm({ card, label, onClose }: ReplaceCardProps & { readonly label: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const replace = useMutation(trpc.members.replaceCard.mutationOptions());
  const form = useForm<{ number: string; why: (typeof WHYS)[number] }>({
    initial: { number: '', why: 'lost' },
    check: ({ number }) => ({ number: CARD.test(number.trim()) ? undefined : t('enrol.cardBad') }),
    save: async ({ number, why }) => {
      const cardNumber = number.trim();
      await replace.mutateAsync({ memberId: card.memberId, cardNumber, why });
      notifications.show({ message: t('memberActs.card.done', { number: cardNumber }) });
      onClose();
    },
    refusalFields: { 'card-in-use': 'number' },
  });
  useScanner((code) => form.set({ number: code }));
  return (
    <Form form={form} label={label} onLeave={onClose}>
      <TextInput
        label={t('memberActs.card.number')}
        description={t('memberActs.card.numberHelp')}
        autoComplete="off"
        maxLength={32}
        data-autofocus
        {...form.field('number')}
      />
      {card.cardNumber !== null && (
        <Radio.Group
          label={t('memberActs.card.why')}
          value={form.values.why}
          onChange={(why) => form.set({ why: why as (typeof WHYS)[number] })}
        >
          <Stack gap="xs" mt={4}>
            {WHYS.map((why) => (
              <Radio key={why} value={why} label={t(`memberActs.card.${why}`)} />
            ))}
          </Stack>
          <Text mt="xs" c="var(--ink-soft)">
            {t('memberActs.card.whyHelp', { number: card.cardNumber })}
          </Text>
        </Radio.Group>
      )}
      <FormActions form={form} save={label} />
    </Form>
  );
}
