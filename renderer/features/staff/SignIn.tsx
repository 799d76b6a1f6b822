import { useTranslation } from 'react-i18next';
import { SamplePins } from './SamplePins.tsx';
import classes from './SignIn.module.css';
import { SignInPanel } from './SignInPanel.tsx';

interface SignInProps {
  readonly storeName: string;
  readonly sample: boolean;
}

/** The sign-in screen: the store, then who is at the till, then the PIN. */
export function SignIn({ storeName, sample }: SignInProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.screen}>
      <p className={classes.store}>
        {storeName}
        {sample && <span className={classes.sample}>{t('frame.sample')}</span>}
      </p>
      <h1 className={classes.title}>{t('staff.signIn.title')}</h1>
      <div className={classes.panel}>
        <SignInPanel />
      </div>
      {sample && <SamplePins />}
    </div>
  );
}
