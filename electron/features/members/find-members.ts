import {
  membersByCard,
  membersByInitials,
  membersByLast4,
  membersByName,
  membersByPhone,
  membersByPinyin,
} from '../../../db/members/members.queries.ts';
import type { FoundBy, MemberCard } from '../../../shared/contract/members.contract.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import { type MemberQuery, readQuery } from '../../../shared/members/search-query.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { memberCards } from './member-card.ts';

function search({ db }: OpenStore, query: MemberQuery, limit: number): { readonly memberPk: number }[] {
  switch (query.by) {
    case 'phone':
      return membersByPhone.all(db, { phone: query.e164, limit });
    case 'last-4':
      return membersByLast4.all(db, { digits: query.digits, endsWith: query.endsWith, limit });
    case 'card':
      return membersByCard.all(db, { number: query.number, limit });
    case 'name':
      return membersByName.all(db, { prefix: query.prefix, end: afterPrefix(query.prefix), limit });
    case 'pinyin':
      return membersByPinyin.all(db, { prefix: query.prefix, end: afterPrefix(query.prefix), limit });
    case 'initials':
      return membersByInitials.all(db, { prefix: query.prefix, end: afterPrefix(query.prefix), limit });
  }
}

/** Finds members by what was typed or scanned: the first way of reading it that finds anybody wins. */
export function findMembers(
  store: OpenStore,
  { q, limit }: { readonly q: string; readonly limit: number },
  nowMs: number,
): { by: FoundBy; matches: MemberCard[] } {
  for (const query of readQuery(q, store.phoneRegion)) {
    const found = search(store, query, limit);
    if (found.length > 0) return { by: query.by, matches: memberCards(store, found, nowMs) };
  }
  return { by: 'nothing', matches: [] };
}
