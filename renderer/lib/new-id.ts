import { makeIdSource } from '../../shared/kernel/id.ts';

/** Makes the ids that a window makes once (a member, a purchase), so that a repeated click or a lost answer acts once. */
export const newId = makeIdSource(Date.now, (n) => crypto.getRandomValues(new Uint8Array(n)));
