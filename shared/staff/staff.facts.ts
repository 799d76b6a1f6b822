import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { ROLES } from './rights.ts';

/** A member of staff. PIN and password hashes never leave the store and are no part of this. */
export const staffFact = z.object({
  id: idOf('staff'),
  owner: z.string(),
  version: z.int().min(1),
  storeId: idOf('store'),
  name: z.string(),
  role: z.enum(ROLES),
  active: z.boolean(),
});
export type StaffFact = z.infer<typeof staffFact>;

/** Who did what to whom: ids and the names of fields, never their values. */
export const auditEntryFact = z.object({
  id: idOf('audit-entry'),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
  tillId: idOf('till').nullable(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: idOf('anything').nullable(),
  fields: z.array(z.string()),
});
export type AuditEntryFact = z.infer<typeof auditEntryFact>;
