import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard, MemberStanding } from '../../../shared/contract/members.contract.ts';
import {
  changesFrom,
  STANDING_REASONS,
  type StandingChange,
  type StandingReason,
} from '../../../shared/members/standing.ts';
import { useTRPC } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { offerUndo } from '../../ui/undo.tsx';
import { Settlement } from './Settlement.tsx';
import { checkStanding, type StandingDraft, standingCommand, standingDraft, undoneBy } from './standing-draft.ts';
import { useUndoStanding } from './use-undo-standing.ts';

interface StandingFormProps {
  readonly card: MemberCard;
  readonly standing: MemberStanding;
  readonly onClose: () => void;
}

/** New with each opening: so is the id by which a repeated click changes once. */
export function StandingForm({ card, standing, onClose }: StandingFormProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { memberId } = card;
  const name = card.name ?? t('members.noName');
  const [standingId] = useState(() => newId<'member-standing'>());
  const change = useMutation(trpc.members.changeStanding.mutationOptions());
  const undo = useUndoStanding();
  const form = useForm<StandingDraft>({
    initial: standingDraft(standing.status),
    check: (draft) => checkStanding(draft, t),
    save: async (draft) => {
      await change.mutateAsync(standingCommand(draft, { standingId, memberId }, standing));
      const text = t(`standing.done.${draft.change}`, { name });
      const back = undoneBy(draft.change, standing.last);
      if (back) {
        const undoId = newId<'member-standing'>();
        const onUndo = () => undo({ ...back, standingId: undoId, memberId } as Parameters<typeof undo>[0], name);
        offerUndo({ text, label: t('standing.undo'), onUndo });
      } else notifications.show({ message: text });
      onClose();
    },
    refusalFields: { 'note-needed': 'note', 'note-personal': 'note' },
  });
  const { values, set } = form;
  const first = useRef<HTMLInputElement>(null);
  // What stands in the account may come after the dialog has opened and has given the focus away.
  useEffect(() => first.current?.focus(), []);
  const changes = changesFrom(standing.status);
  return (
    <Form form={form} label={t('standing.title')} onLeave={onClose}>
      <Radio.Group
        label={t('standing.what')}
        value={values.change}
        onChange={(chosen) => {
          const next = chosen as StandingChange;
          set({ change: next, reason: STANDING_REASONS[next][0] });
        }}
      >
        <Stack gap="xs" mt={4}>
          {changes.map((each, index) => (
            <Radio
              key={each}
              value={each}
              label={t(`standing.change.${each}`)}
              description={t(`standing.help.${each}`)}
              ref={index === 0 ? first : undefined}
              data-autofocus={index === 0 || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('standing.why')}
        value={values.reason}
        onChange={(reason) => set({ reason: reason as StandingReason })}
      >
        <Group gap="lg" mt={4}>
          {STANDING_REASONS[values.change].map((reason) => (
            <Radio key={reason} value={reason} label={t(`standing.reason.${reason}`)} />
          ))}
        </Group>
      </Radio.Group>
      <TextInput
        label={t('standing.note')}
        description={t('standing.noteHelp')}
        autoComplete="off"
        maxLength={200}
        {...form.field('note')}
      />
      {values.change === 'close' && (
        <Settlement standing={standing} points={values.points} debt={values.debt} onChoose={set} />
      )}
      <FormActions form={form} save={t(`standing.save.${values.change}`)} />
    </Form>
  );
}
