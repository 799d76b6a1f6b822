import { membersByEmail, membersByName, membersByPhone } from '../../../db/members/members.queries.ts';
import { personByPk } from '../../../db/members/scan.queries.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import { type Comparable, compare, prepare } from '../../../shared/members/duplicates.ts';
import { searchKeys } from '../../../shared/members/search-keys.ts';
import type { OpenStore } from '../../api/open-store.ts';

const LIMIT = 10;

/** Members who may be the same person as somebody who is about to be enrolled, surest first. */
export function findDuplicates(
  { db }: OpenStore,
  given: Pick<Comparable, 'phone' | 'email' | 'name' | 'birthday'>,
): { readonly memberPk: number }[] {
  const { phone, email, name } = given;
  const candidates = [
    ...(phone ? membersByPhone.all(db, { phone, limit: LIMIT }) : []),
    ...(email ? membersByEmail.all(db, { email, limit: LIMIT }) : []),
    ...(name ? membersByName.all(db, { prefix: name, end: afterPrefix(name), limit: LIMIT }) : []),
  ];
  const person = prepare({
    ...given,
    pinyin: name && searchKeys(name).pinyin,
    wechatId: null,
    gender: null,
    address: null,
    cards: [],
  });
  return [...new Set(candidates.map(({ memberPk }) => memberPk))]
    .flatMap((memberPk) => {
      const known = personByPk.get(db, { memberPk });
      const likeness = known && compare(person, prepare(known));
      return likeness?.band ? { memberPk, bits: likeness.bits } : [];
    })
    .toSorted((a, b) => b.bits - a.bits);
}
