import { field, type ImportTarget, type RowOf } from '../field.ts';
import { memberKeys } from './member-fields.ts';

const fields = {
  phone: memberKeys.phone,
  email: memberKeys.email,
  externalId: memberKeys.externalId,
  card: field({ ...memberKeys.card, required: true, identifies: false }),
} as const;

export type CardRow = RowOf<typeof fields>;

/** Cards of members on file. `update` replaces the card that a member has. */
export const cardsTarget: ImportTarget<typeof fields> = {
  fields,
  policies: ['skip', 'update'],
  check: ({ phone, email, externalId }) =>
    phone === null && email === null && externalId === null ? [{ field: null, reason: 'member-not-named' }] : [],
};
