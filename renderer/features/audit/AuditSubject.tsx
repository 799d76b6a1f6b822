import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../shared/contract/audit.contract.ts';
import classes from './AuditSubject.module.css';
import { subjectWords } from './audit-words.ts';
import { opensInto } from './opens-into.ts';

/** Whom or what an entry is about, by its name of today; in colour where the row opens it. */
export function AuditSubject({ row }: { readonly row: AuditRow }) {
  const { t } = useTranslation();
  const { subjectKind, subjectName } = row;
  if (subjectKind === null) return <span className={classes.quiet}>–</span>;
  if (!subjectName && subjectKind !== 'member') return <span>{subjectWords(subjectKind, t)}</span>;
  return (
    <span className={classes.subject}>
      <span className={classes.kind}>{subjectWords(subjectKind, t)}</span>
      <span className={opensInto(row) ? classes.opens : undefined}>{subjectName ?? t('members.noName')}</span>
    </span>
  );
}
