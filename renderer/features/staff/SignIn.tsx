import { useTranslation } from 'react-i18next';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import { SamplePins } from './SamplePins.tsx';
import classes from './SignIn.module.css';
import { SignInPanel } from './SignInPanel.tsx';

interface SignInProps {
  readonly storeName: string;
  readonly sample: boolean;
  /** Who was here when the screen locked by itself. */
  readonly locked: StaffChoice | null;
  readonly onSignedIn: () => void;
}

/** The sign-in screen: the store, then who is at the till, then the PIN. */
export function SignIn({ storeName, sample, locked, onSignedIn }: SignInProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.screen}>
      <p className={classes.store}>
        {storeName}
        {sample && <span className={classes.sample}>{t('frame.sample')}</span>}
      </p>
      <h1 className={classes.title}>{t(locked ? 'staff.signIn.lockedTitle' : 'staff.signIn.title')}</h1>
      {locked && <p className={classes.locked}>{t('staff.signIn.lockedBody')}</p>}
      <div className={classes.panel}>
        <SignInPanel first={locked} onSignedIn={onSignedIn} />
      </div>
      {sample && <SamplePins />}
    </div>
  );
}
