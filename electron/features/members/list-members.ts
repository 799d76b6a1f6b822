import type { z } from 'zod';
import { countMembers, MEMBER_LISTS } from '../../../db/members/members.queries.ts';
import type { MemberRow, membersContract } from '../../../shared/contract/members.contract.ts';
import { afterPrefix } from '../../../shared/kernel/prefix.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import type { OpenStore } from '../../api/open-store.ts';

type ListInput = z.output<typeof membersContract.list.input>;

/** A window of the member list by position, and how many rows match. */
export function listMembers(store: OpenStore, input: ListInput): { total: number; rows: MemberRow[] } {
  const lower = input.q.toLowerCase().replace(/\s/g, '');
  const filter = {
    q: input.q,
    end: afterPrefix(input.q),
    lower,
    lowerEnd: afterPrefix(lower),
    phone: toE164(input.q, store.phoneRegion) ?? input.q,
    tiers: JSON.stringify(input.tiers),
  };
  const list = MEMBER_LISTS[input.sort][input.descending ? 'descending' : 'ascending'];
  return {
    total: countMembers.get(store.db, filter)?.total ?? 0,
    rows: list
      .all(store.db, { ...filter, offset: input.offset, limit: input.limit })
      .map(({ phone, ...row }) => ({ ...row, phoneMasked: phone && maskPhone(phone) })),
  };
}
