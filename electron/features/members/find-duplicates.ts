import { memberById, membersByEmail, membersByName, membersByPhone } from '../../../db/members/members.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import { type Comparable, mayBeSame } from '../../../shared/members/duplicates.ts';
import type { OpenStore } from '../../api/open-store.ts';

const LIMIT = 10;

/** Members who may be the same person as somebody who is about to be enrolled, surest first. */
export function findDuplicates({ db }: OpenStore, person: Comparable): Id<'member'>[] {
  const candidates = [
    ...(person.phone ? membersByPhone.all(db, { phone: person.phone, limit: LIMIT }) : []),
    ...(person.email ? membersByEmail.all(db, { email: person.email, limit: LIMIT }) : []),
    ...(person.name ? membersByName.all(db, { prefix: person.name, end: afterPrefix(person.name), limit: LIMIT }) : []),
  ];
  const scores = new Map<Id<'member'>, number>();
  for (const { memberId } of candidates) {
    const known = memberById.get(db, { memberId });
    if (known) scores.set(memberId, mayBeSame(person, { ...known, email: emailOf(person, memberId, db) }).score);
  }
  return [...scores]
    .filter(([, score]) => score > 0)
    .toSorted((a, b) => b[1] - a[1])
    .map(([memberId]) => memberId);
}

/** The candidate's e-mail matters only where it is the same, and the index has already told that. */
const emailOf = (person: Comparable, memberId: Id<'member'>, db: OpenStore['db']): string | null =>
  person.email && membersByEmail.all(db, { email: person.email, limit: LIMIT }).some((one) => one.memberId === memberId)
    ? person.email
    : null;
