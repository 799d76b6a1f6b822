import { perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { bulkMembers } from '../../../db/members/member-list.queries.ts';
import { memberById, memberProfile } from '../../../db/members/members.queries.ts';
import { standingsBefore } from '../../../db/members/standing.queries.ts';
import { namedId } from '../../../shared/imports/named-id.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { BulkSkip } from '../../../shared/lists/bulk.ts';
import {
  canUndoForMembers,
  type MemberChangeAct,
  memberSkip,
  rightForMembers,
} from '../../../shared/members/member-bulk.ts';
import { CONSENT_PURPOSES, type MemberStatus, type Source } from '../../../shared/members/profile.ts';
import { STANDING_REASONS } from '../../../shared/members/standing.ts';
import { AFTER_ALL_STAMPS } from '../../../shared/sync/hlc.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { changeStanding } from '../members/change-standing.ts';
import { editMember } from '../members/edit-member.ts';
import { setConsent } from '../members/set-consent.ts';
import { type BulkAct, type Doing, type Done, MOST_ROWS_ONE_BY_ONE } from './bulk-act.ts';

interface MemberNow {
  readonly memberId: Id<'member'>;
  readonly status: MemberStatus;
  readonly consentGiven: boolean | null;
  readonly source: Source;
}
type SuspendReason = (typeof STANDING_REASONS.suspend)[number];
/** Names nobody and quotes nothing: it is kept where an erasure does not look. */
interface MemberBefore {
  readonly memberId: Id<'member'>;
  readonly source: Source;
}

/** As member_summary.consents holds them, two bits a purpose. */
const CONSENT_GIVEN = [null, false, true] as const;

/** An act on many members: each change is the fact and the audit entry of a single one. */
export function changeMembers(store: OpenStore, act: MemberChangeAct): BulkAct<MemberNow, MemberBefore> {
  const shift = act.kind === 'withdraw-consent' ? 2 * CONSENT_PURPOSES.indexOf(act.purpose) : 0;
  return {
    list: 'members',
    fields: act.kind === 'withdraw-consent' ? [act.purpose] : [act.kind === 'set-source' ? 'source' : 'status'],
    rights: ['member.bulk', rightForMembers(act)],
    canUndo: canUndoForMembers(act),
    rowsOf: (pks) =>
      bulkMembers
        .all(store.db, { pks: `[${pks.join()}]`, shift })
        .map(({ consent, ...member }) => ({ ...member, consentGiven: CONSENT_GIVEN[consent] ?? null })),
    skip: (member) => memberSkip(act, member),
    mostRows: MOST_ROWS_ONE_BY_ONE,
    change: (members, doing) =>
      members.map((member) => {
        if (act.kind === 'set-source') return setSource(act.source, member, doing);
        return act.kind === 'withdraw-consent' ? withdraw(act.purpose, member, doing) : stand(act, member, doing);
      }),
    revert: (all, doing) =>
      all.map((before) =>
        act.kind === 'set-source' ? putSourceBack(act.source, before, doing) : revert(act, before, doing),
      ),
  };
}

const named = <const Noun extends string>({ runId }: Doing, noun: Noun, memberId: Id<'member'>, what: string) =>
  namedId(runId, noun, `${what}:${memberId}`, nodeDigest);

function setSource(source: Source, member: MemberNow, doing: Doing): Done<MemberBefore> {
  const { store, staffId, nowMs, ids } = doing;
  const { memberId } = member;
  const outcome = editMember(store, { memberId, fields: { source } }, staffId, nowMs, ids);
  return outcome.ok ? { before: { memberId, source: member.source } } : { skip: 'refused' };
}

function putSourceBack(set: Source, { memberId, source }: MemberBefore, doing: Doing): BulkSkip | null {
  const { store, staffId, nowMs, ids } = doing;
  const now = memberProfile.get(store.db, { memberId });
  if (!now) return 'gone';
  if (now.source !== set) return 'changed-since';
  return editMember(store, { memberId, fields: { source } }, staffId, nowMs, ids).ok ? null : 'refused';
}

function withdraw(
  purpose: (typeof CONSENT_PURPOSES)[number],
  { memberId, source }: MemberNow,
  doing: Doing,
): Done<MemberBefore> {
  const { store, staffId, nowMs, ids } = doing;
  const eventId = named(doing, 'consent-event', memberId, 'change');
  const event = { eventId, memberId, purpose, given: false, noticeVersion: '1' };
  const outcome = setConsent(store, event, staffId, nowMs, ids);
  return outcome.ok ? { before: { memberId, source } } : { skip: 'refused' };
}

type StandingAct = Extract<MemberChangeAct, { readonly kind: 'suspend' | 'reinstate' }>;

function stand(act: StandingAct, { memberId, source }: MemberNow, doing: Doing): Done<MemberBefore> {
  const { store, staffId, ids, nowMs } = doing;
  const standingId = named(doing, 'member-standing', memberId, 'change');
  const command = { standingId, memberId, note: act.note };
  const outcome = perform(store.db, nowMs, (one) =>
    act.kind === 'suspend'
      ? changeStanding(one, store, { ...command, change: 'suspend', reason: act.reason }, staffId, ids)
      : changeStanding(one, store, { ...command, change: 'reinstate', reason: act.reason }, staffId, ids),
  );
  return outcome.ok ? { before: { memberId, source } } : { skip: 'refused' };
}

/** The last two, latest first. */
const lastChanges = ({ db }: OpenStore, memberId: Id<'member'>) =>
  standingsBefore.all(db, { memberId, before: AFTER_ALL_STAMPS, limit: 2 });

/** Why the member was suspended, for who is suspended again; null where nobody here said why. */
function suspensionIn(
  last: ReturnType<typeof lastChanges>[number] | undefined,
): { readonly reason: SuspendReason; readonly note: string | null } | null {
  const reason = STANDING_REASONS.suspend.find((each) => each === last?.reason);
  return last?.change === 'suspend' && reason ? { reason, note: last.note } : null;
}

/** By the opposite change, unless somebody changed the standing since. */
function revert(act: MemberChangeAct, { memberId }: MemberBefore, doing: Doing): BulkSkip | null {
  const { store, staffId, ids, nowMs } = doing;
  const mine = named(doing, 'member-standing', memberId, 'change');
  if (!memberById.get(store.db, { memberId })) return 'gone';
  const [last, earlier] = lastChanges(store, memberId);
  if (last?.standingId !== mine) return 'changed-since';
  const suspension = suspensionIn(earlier);
  const standingId = named(doing, 'member-standing', memberId, 'undo');
  const back =
    act.kind === 'suspend'
      ? ({ standingId, memberId, change: 'reinstate', reason: 'mistake', note: null } as const)
      : suspension && ({ standingId, memberId, change: 'suspend', ...suspension } as const);
  if (!back) return 'refused';
  return perform(store.db, nowMs, (one) => changeStanding(one, store, back, staffId, ids)).ok ? null : 'refused';
}
