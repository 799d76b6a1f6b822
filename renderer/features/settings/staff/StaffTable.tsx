import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../../shared/contract/staff.contract.ts';
import classes from '../SettingsTable.module.css';

interface StaffTableProps {
  readonly staff: readonly StaffRow[];
  readonly onEdit: (person: StaffRow) => void;
  readonly onNewPin: (person: StaffRow) => void;
}

/** One row a person; whoever left stands below, greyed. */
export function StaffTable({ staff, onEdit, onNewPin }: StaffTableProps) {
  const { t } = useTranslation();
  return (
    <table className={classes.table} aria-label={t('colleagues.title')}>
      <thead>
        <tr>
          <th scope="col">{t('colleagues.name')}</th>
          <th scope="col">{t('colleagues.role')}</th>
          <th scope="col">{t('colleagues.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {staff.map((person) => (
          <tr key={person.staffId} data-past={!person.active || undefined}>
            <th scope="row">{person.name}</th>
            <td>{t(`staff.role.${person.role}`)}</td>
            <td>
              {t(person.active ? 'colleagues.active' : 'colleagues.left')}
              {person.active && !person.hasPin && ` · ${t('colleagues.noPin')}`}
            </td>
            <td className={classes.acts}>
              {person.active && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('colleagues.newPinFor', { name: person.name })}
                  onClick={() => onNewPin(person)}
                >
                  {t('colleagues.newPin')}
                </Button>
              )}
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('colleagues.changeFor', { name: person.name })}
                onClick={() => onEdit(person)}
              >
                {t('colleagues.change')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
