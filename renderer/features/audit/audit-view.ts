import type { Id } from '../../../shared/kernel/id.ts';

/** How the log is narrowed. */
export interface AuditView {
  readonly action: string | null;
  readonly person: { readonly staffId: Id<'staff'>; readonly name: string } | null;
}
