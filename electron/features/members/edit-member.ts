import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { memberById, memberProfile } from '../../../db/members/members.queries.ts';
import type { membersContract } from '../../../shared/contract/members.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { keptValues } from '../../../shared/members/custom-fields.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import {
  customKey,
  isCustomName,
  type ProfileName,
  profileOf,
  profileValues,
} from '../../../shared/members/profile-values.ts';
import type { Doer } from '../../../shared/staff/doer.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { fieldsOf } from '../member-fields/fields-of.ts';
import { audit } from '../staff/audit.ts';

type Edit = z.output<typeof membersContract.edit.input>;
type EditOutcome = Outcome<{ memberId: Id<'member'> }, Refusal<(typeof membersContract.edit.refusals)[number]>>;

/**
 * Changes the fields that are given and differ, each with a stamp of its own; null or an empty text clears one. The
 * audit log keeps which fields they were. What changes nothing writes nothing.
 */
export function editMember(
  store: OpenStore,
  { memberId, fields }: Edit,
  by: Doer,
  nowMs: number,
  ids: IdSource,
): EditOutcome {
  const phone = fields.phone ? toE164(fields.phone, store.phoneRegion) : null;
  if (fields.phone && phone === null) return refuse('phone-invalid');
  const { source, custom = {}, ...plain } = fields;
  const kept = keptValues(fields.custom ? fieldsOf(store.db) : [], custom);
  if (!kept.ok) return kept;
  const wanted = profileValues({ ...plain, ...(fields.phone === undefined ? {} : { phone }), custom: kept.value });
  return perform<EditOutcome>(store.db, nowMs, (act) => {
    const known = memberById.get(act.db, { memberId });
    if (!known) return refuse('member-unknown');
    if (known.status === 'erased' || known.status === 'removed') return refuse('member-erased');
    const record = memberProfile.get(act.db, { memberId });
    const own = record?.custom ?? {};
    const before = { ...record, phone: known.phone };
    const valueNow = (field: ProfileName) =>
      (isCustomName(field) ? own[customKey(field)] : before[field as keyof typeof before]) ?? null;
    const written = wanted
      .map(([field, value]) => [field, value === '' ? null : value] as const)
      .filter(([field, value]) => !isDeepStrictEqual(value, valueNow(field)));
    const standing = source === undefined || source === record?.source ? {} : { source };
    const changed = [...written.map(([field]) => field), ...Object.keys(standing)];
    if (changed.length === 0) return done({ memberId });
    // The profile of an id that was merged is that of the member it stands for.
    act.record('member', { id: known.memberId, enrolment: null, profile: profileOf(written), standing });
    audit(
      act,
      { store, staffId: by, ids },
      { action: 'edit-member', subjectKind: 'member', subjectId: memberId, fields: changed },
    );
    return done({ memberId });
  });
}
