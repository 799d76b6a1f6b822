import { useTranslation } from 'react-i18next';
import type { MemberStatus } from '../../../shared/members/profile.ts';
import classes from './MemberName.module.css';
import { StatusBadge } from './StatusBadge.tsx';

/** A member's name in a list, with the status where it is out of the ordinary. */
export function MemberName({ name, status }: { readonly name: string | null; readonly status: MemberStatus }) {
  const { t } = useTranslation();
  return (
    <span className={classes.line}>
      <span className={name === null ? classes.absent : classes.name}>{name ?? t('members.noName')}</span>
      <StatusBadge status={status} />
    </span>
  );
}
