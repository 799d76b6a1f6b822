import { useTranslation } from 'react-i18next';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { PinForm } from '../../ui/staff/PinForm.tsx';
import { useSignIn } from './use-sign-in.ts';

interface PinEntryProps {
  readonly person: StaffChoice;
  readonly onBack?: () => void;
  readonly onSignedIn?: () => void;
}

/** Signs one person in by PIN; Esc goes back to the tiles. */
export function PinEntry({ person, onBack, onSignedIn }: PinEntryProps) {
  const { t } = useTranslation();
  const signIn = useSignIn(onSignedIn);
  useShortcuts(t('staff.signIn.title'), [
    { keys: 'Escape', label: t('staff.signIn.otherPerson'), run: () => onBack?.(), when: onBack !== undefined },
  ]);
  return (
    <PinForm
      person={person}
      submit={t('staff.signIn.enter')}
      send={(pin) => signIn.mutateAsync({ staffId: person.staffId, pin })}
      {...(onBack ? { onBack } : {})}
    />
  );
}
