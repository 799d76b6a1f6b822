import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { instantMs, words } from './fields.ts';
import { query } from './procedure.ts';

const auditRow = z.object({
  position: z.int(),
  entryId: idOf('audit-entry'),
  atMs: instantMs,
  staffName: z.string().nullable(),
  /** The till's own software, by the name of its key, where it acted and not a colleague. */
  apiKeyName: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  /** Looked up as it is today, kept nowhere in the log: a member's or colleague's name, a receipt's number. */
  subjectName: z.string().nullable(),
  fields: z.array(z.string()),
});

export const auditContract = {
  /** The audit log, newest first, by position. */
  list: query({
    access: 'audit.read',
    input: z.object({
      action: words(40).default(''),
      staffId: idOf('staff').nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(auditRow) }),
  }),
  /** What the log can be narrowed to: the acts and the people that occur in it. */
  choices: query({
    access: 'audit.read',
    input: z.void(),
    output: z.object({
      actions: z.array(z.string()),
      people: z.array(z.object({ staffId: idOf('staff'), name: z.string() })),
    }),
  }),
  /** Walks the whole chain and names the first row that was edited, deleted, reordered or cut off. */
  verify: query({
    access: 'audit.read',
    input: z.void(),
    output: z.object({
      checked: z.int(),
      fault: z.object({ position: z.int(), what: z.enum(['edited-or-moved', 'deleted', 'cut-off']) }).nullable(),
    }),
  }),
};
export type AuditRow = z.infer<typeof auditRow>;
