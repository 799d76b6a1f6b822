import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { StaffTiles } from '../../ui/staff/StaffTiles.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../ui/states/LoadingState.tsx';
import { PinEntry } from './PinEntry.tsx';

interface SignInPanelProps {
  /** Whose PIN is asked for first; Esc shows the others. */
  readonly first?: StaffChoice | null;
  readonly onSignedIn?: () => void;
}

/** Who, then the PIN. Where only one person works, straight to the PIN. */
export function SignInPanel({ first = null, onSignedIn }: SignInPanelProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const choices = useQuery(trpc.staff.signInChoices.queryOptions());
  const [chosen, setChosen] = useState(first);

  if (choices.error) return <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />;
  if (!choices.data) return <LoadingState />;
  if (choices.data.length === 0) {
    return <EmptyState title={t('staff.signIn.nobody')} body={t('staff.signIn.nobodyBody')} />;
  }
  const only = choices.data.length === 1 ? choices.data[0] : undefined;
  const person = only ?? choices.data.find(({ staffId }) => staffId === chosen?.staffId);
  if (!person) return <StaffTiles choices={choices.data} onChoose={setChosen} />;
  return (
    <PinEntry
      key={person.staffId}
      person={person}
      {...(only ? {} : { onBack: () => setChosen(null) })}
      {...(onSignedIn ? { onSignedIn } : {})}
    />
  );
}
