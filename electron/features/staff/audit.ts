import type { Act } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { AuditAction } from '../../../shared/staff/audit-actions.ts';
import { type Doer, doerIds } from '../../../shared/staff/doer.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** Notes in the audit log who did what to whom: ids and the names of fields, never their values. */
export function audit(
  act: Act,
  { store, staffId, ids }: { readonly store: OpenStore; readonly staffId: Doer; readonly ids: IdSource },
  entry: {
    readonly action: AuditAction;
    readonly subjectKind: string;
    readonly subjectId: Id;
    readonly fields: readonly string[];
  },
): void {
  act.record('audit-entry', {
    id: ids<'audit-entry'>(),
    atMs: act.nowMs,
    ...doerIds(staffId),
    tillId: store.facts.tillId,
    ...entry,
    subjectId: entry.subjectId as Id<'anything'>,
    fields: [...entry.fields],
  });
}
