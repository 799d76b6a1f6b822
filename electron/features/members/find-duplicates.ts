import { memberByPk, membersByEmail, membersByName, membersByPhone } from '../../../db/members/members.queries.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import { type Comparable, mayBeSame } from '../../../shared/members/duplicates.ts';
import type { OpenStore } from '../../api/open-store.ts';

const LIMIT = 10;

/** Members who may be the same person as somebody who is about to be enrolled, surest first. */
export function findDuplicates({ db }: OpenStore, person: Comparable): { readonly memberPk: number }[] {
  const candidates = [
    ...(person.phone ? membersByPhone.all(db, { phone: person.phone, limit: LIMIT }) : []),
    ...(person.email ? membersByEmail.all(db, { email: person.email, limit: LIMIT }) : []),
    ...(person.name ? membersByName.all(db, { prefix: person.name, end: afterPrefix(person.name), limit: LIMIT }) : []),
  ];
  return [...new Set(candidates.map(({ memberPk }) => memberPk))]
    .flatMap((memberPk) => {
      const known = memberByPk.get(db, { memberPk });
      const score = known ? mayBeSame(person, known).score : 0;
      return score > 0 ? { memberPk, score } : [];
    })
    .toSorted((a, b) => b.score - a.score);
}
