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

/** The till's own software, by the key it shows; what lets it in never leaves the store. Version 2 revokes it. */
export const apiKeyFact = z.object({
  id: idOf('api-key'),
  owner: z.string(),
  version: z.int().min(1),
  name: z.string(),
  createdAtMs: z.int(),
  createdById: idOf('staff').nullable(),
  revokedAtMs: z.int().nullable(),
});
export type ApiKeyFact = z.infer<typeof apiKeyFact>;

/** Who did what to whom: ids and the names of fields, never their values. */
export const auditEntryFact = z.object({
  id: idOf('audit-entry'),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
  /** The till's own software, where it acted and not a colleague. */
  apiKeyId: idOf('api-key').nullable(),
  tillId: idOf('till').nullable(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: idOf('anything').nullable(),
  fields: z.array(z.string()),
});
export type AuditEntryFact = z.infer<typeof auditEntryFact>;
