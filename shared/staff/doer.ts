import type { Id } from '../kernel/id.ts';

/** Who acts: a colleague, or the till's own software by the key it shows. Null: nobody is known. */
export type Doer = Id<'staff'> | { readonly apiKeyId: Id<'api-key'> } | null;

/** The two columns in which a fact keeps who acted. */
export const doerIds = (
  doer: Doer,
): { readonly staffId: Id<'staff'> | null; readonly apiKeyId: Id<'api-key'> | null } =>
  typeof doer === 'string' ? { staffId: doer, apiKeyId: null } : { staffId: null, apiKeyId: doer?.apiKeyId ?? null };
