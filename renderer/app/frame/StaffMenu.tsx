import { Menu } from '@mantine/core';
import { IconChevronDown, IconLogout, IconSwitchHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../lib/signed-in.ts';
import classes from './StaffMenu.module.css';
import { useSignOut } from './use-sign-out.ts';

/** Who is signed in, with the quick switch and the way out. */
export function StaffMenu({ onSwitchStaff }: { readonly onSwitchStaff: () => void }) {
  const { t } = useTranslation();
  const { name, role } = useSignedIn();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.chip}>
          <span className={classes.name}>{name}</span>
          <span className={classes.role}>{t(`staff.role.${role}`)}</span>
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSwitchHorizontal size={16} stroke={1.5} aria-hidden />} onClick={onSwitchStaff}>
          {t('frame.switchStaff')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} aria-hidden />} onClick={signOut}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
