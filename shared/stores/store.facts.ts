import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/** `owner` is 'chain' or the id of the store that may write the row; `version` counts its writes. */
const owned = { owner: z.string(), version: z.int().min(1) };

export const storeFact = z.object({
  id: idOf('store'),
  ...owned,
  kind: z.enum(['store', 'headquarters']),
  code: z.string(),
  name: z.string(),
  currency: z.string(),
  zone: z.string(),
  cutoverMinutes: z.int(),
});
export type StoreFact = z.infer<typeof storeFact>;

/** The code stands in receipt numbers and never changes; the name is for people, and may be empty. */
export const tillFact = z.object({
  id: idOf('till'),
  ...owned,
  storeId: idOf('store'),
  code: z.string(),
  name: z.string(),
});
export type TillFact = z.infer<typeof tillFact>;

export const settingFact = z.object({ id: idOf('setting'), ...owned, key: z.string(), value: z.json() });
export type SettingFact = z.infer<typeof settingFact>;

export const programmeFact = z.object({ id: idOf('programme'), ...owned, programme: z.json() });
export type ProgrammeFact = z.infer<typeof programmeFact>;
