import type { AuditRow } from '../../../shared/contract/audit.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';

type Opened =
  | { readonly kind: 'member'; readonly memberId: Id<'member'> }
  | { readonly kind: 'receipt'; readonly purchaseId: Id<'purchase'>; readonly number: string };

/** What an entry's row opens, or null where there is nothing to open. */
export function opensInto({ subjectKind, subjectId, subjectName }: AuditRow): Opened | null {
  if (subjectId === null) return null;
  if (subjectKind === 'member') return { kind: 'member', memberId: subjectId as Id<'member'> };
  if (subjectKind === 'purchase' && subjectName !== null)
    return { kind: 'receipt', purchaseId: subjectId as Id<'purchase'>, number: subjectName };
  return null;
}
