import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { mayDo, type Right } from '../../../shared/staff/rights.ts';
import { useTRPC } from '../../lib/api.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { PinForm } from '../staff/PinForm.tsx';
import { StaffTiles } from '../staff/StaffTiles.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingState } from '../states/LoadingState.tsx';

interface ApprovalPanelProps {
  readonly right: Right;
  readonly onApproved: (approvalId: Id<'approval'>) => void;
  readonly onClose: () => void;
}

/** Who allows it, then the PIN; where only one person can, straight to the PIN. Esc goes one step back. */
export function ApprovalPanel({ right, onApproved, onClose }: ApprovalPanelProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const choices = useQuery(trpc.staff.signInChoices.queryOptions());
  const approve = useMutation(trpc.staff.approve.mutationOptions());
  const [chosen, setChosen] = useState<StaffChoice | null>(null);
  const able = choices.data?.filter(({ role }) => mayDo(role, right));
  const only = able?.length === 1 ? able[0] : undefined;
  const person = only ?? chosen;
  const back = chosen ? () => setChosen(null) : onClose;
  useShortcuts(t('approval.title'), [{ keys: 'Escape', label: t('actions.back'), run: back }]);

  if (choices.error) return <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />;
  if (!able) return <LoadingState />;
  if (able.length === 0) return <EmptyState title={t('approval.nobody')} body={t('approval.nobodyBody')} />;
  if (!person) return <StaffTiles choices={able} onChoose={setChosen} />;
  return (
    <PinForm
      key={person.staffId}
      person={person}
      submit={t('approval.allow')}
      send={async (pin) => onApproved((await approve.mutateAsync({ staffId: person.staffId, pin, right })).approvalId)}
      {...(only ? {} : { onBack: () => setChosen(null) })}
    />
  );
}
