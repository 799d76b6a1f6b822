import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { AUDIENCE_STATES, audienceTermsSchema } from './audience.ts';

/** An audience as its owner wrote it. Every change is a version; one that was removed may come back as the next. */
export const audienceFact = z.object({
  id: idOf('audience'),
  /** 'chain', or the id of the store that may write it. */
  owner: z.string(),
  /** Counts its writes. */
  version: z.int().min(1),
  state: z.enum(AUDIENCE_STATES),
  name: z.string().trim().min(1).max(60),
  terms: audienceTermsSchema,
  /** For colleagues. */
  note: z.string(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type AudienceFact = z.infer<typeof audienceFact>;

/** So many members are put in or taken out by one fact. */
export const MAX_ENTRY_MEMBERS = 500;

/** Some members were put into a list or taken out of it. For each, the entry with the latest stamp counts. */
export const audienceEntryFact = z.object({
  id: idOf('audience-entry'),
  audienceId: idOf('audience'),
  memberIds: z.array(idOf('member')).min(1).max(MAX_ENTRY_MEMBERS),
  isIn: z.boolean(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type AudienceEntryFact = z.infer<typeof audienceEntryFact>;
