import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../shared/staff/rights.ts';
import classes from './FirstRun.module.css';

interface SampleReadyProps {
  readonly staff: readonly { readonly name: string; readonly role: string; readonly pin: string }[];
  readonly onStart: () => void;
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/** The sample's staff with their PINs, to be read before anybody signs in. */
export function SampleReady({ staff, onStart }: SampleReadyProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('stores.sampleReady.title')}</h1>
      <p className={classes.body}>{t('stores.sampleReady.body')}</p>
      <div className={classes.card}>
        <table className={classes.staff}>
          <thead>
            <tr>
              <th scope="col">{t('stores.sampleReady.person')}</th>
              <th scope="col">{t('stores.sampleReady.role')}</th>
              <th scope="col">{t('stores.sampleReady.pin')}</th>
            </tr>
          </thead>
          <tbody>
            {staff.map(({ name, role, pin }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{isRole(role) ? t(`staff.role.${role}`) : role}</td>
                <td className={classes.pin}>{pin}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Button fullWidth onClick={onStart} data-autofocus autoFocus>
          {t('stores.sampleReady.start')}
        </Button>
      </div>
    </div>
  );
}
