import type { TFunction } from 'i18next';

/** Who did something: a colleague's name, or the till's own software by the name of its key. Null: nobody is known. */
export const doerWords = (
  { staffName, apiKeyName }: { readonly staffName: string | null; readonly apiKeyName: string | null },
  t: TFunction,
): string | null => staffName ?? (apiKeyName === null ? null : t('facts.pos', { name: apiKeyName }));
