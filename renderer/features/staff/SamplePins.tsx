import { useTranslation } from 'react-i18next';
import { recallSampleStaff } from '../../lib/sample-staff.ts';
import classes from './SamplePins.module.css';

/** Under the sample's sign-in: its PINs, folded away. */
export function SamplePins() {
  const { t } = useTranslation();
  const staff = recallSampleStaff();
  if (staff.length === 0) return null;
  return (
    <details className={classes.pins}>
      <summary>{t('staff.signIn.sampleTitle')}</summary>
      <dl className={classes.list}>
        {staff.map(({ name, pin }) => (
          <div key={name} className={classes.person}>
            <dt>{name}</dt>
            <dd>{pin}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
