import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import type { membersContract } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Edit = z.output<typeof membersContract.edit.input>;

/** Changes the fields that are given, each with a stamp of its own; null or an empty text clears one. */
export function editMember(
  store: OpenStore,
  { memberId, fields }: Edit,
  nowMs: number,
): Outcome<{ memberId: Id<'member'> }, Refusal<(typeof membersContract.edit.refusals)[number]>> {
  const phone = fields.phone ? toE164(fields.phone, store.phoneRegion) : null;
  if (fields.phone && phone === null) return refuse('phone-invalid');
  const emptied = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, value === '' ? null : value]),
  );
  const profile = { ...emptied, ...(fields.phone === undefined ? {} : { phone }) };
  return perform<Outcome<{ memberId: Id<'member'> }, Refusal<(typeof membersContract.edit.refusals)[number]>>>(
    store.db,
    nowMs,
    (act) => {
      const known = memberById.get(act.db, { memberId });
      if (!known) return refuse('member-unknown');
      if (known.status === 'erased') return refuse('member-erased');
      if (Object.keys(profile).length > 0)
        act.record('member', { id: memberId, enrolment: null, profile, standing: {} });
      return done({ memberId });
    },
  );
}
