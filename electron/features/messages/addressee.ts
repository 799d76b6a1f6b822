import type { ReadDb } from '../../../db/kernel/connection.ts';
import { consentsOf, memberById } from '../../../db/members/members.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { inForce } from '../../../shared/members/consent.ts';
import type { Addressee } from '../../../shared/messages/admit.ts';

/** A member as whoever sends a message sees the person, as things stand now. */
export function addresseeOf(db: ReadDb, memberId: Id<'member'>): Addressee | null {
  const member = memberById.get(db, { memberId });
  if (!member) return null;
  const said = inForce(consentsOf.all(db, { memberId }));
  return { ...member, consents: new Map(said.map(({ purpose, given }) => [purpose, given])) };
}
