import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mayDo, RIGHTS, type Right, ROLES } from '../../../shared/staff/rights.ts';
import { EmptyState } from './EmptyState.tsx';

const isRight = (text: string): text is Right => (RIGHTS as readonly string[]).includes(text);

/** The role lacks a right: says which roles have it. */
export function NoPermission({ right }: { readonly right: string }) {
  const { t, i18n } = useTranslation();
  const roles = isRight(right) ? ROLES.filter((role) => mayDo(role, right)).map((role) => t(`staff.role.${role}`)) : [];
  return (
    <EmptyState
      icon={<IconLock size={24} stroke={1.5} aria-hidden />}
      title={t('states.notAllowed')}
      body={
        roles.length > 0 &&
        t('states.notAllowedBody', {
          roles: new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(roles),
        })
      }
    />
  );
}
