import type { Act } from '../../../db/changes/act.ts';
import { consentsOf, memberById } from '../../../db/members/members.queries.ts';
import { debtsToSettle, standingKnown } from '../../../db/members/standing.queries.ts';
import { heldLots } from '../../../db/points/points.queries.ts';
import type { membersContract, StandingInput } from '../../../shared/contract/members.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { inForce } from '../../../shared/members/consent.ts';
import type { MemberStatus } from '../../../shared/members/profile.ts';
import { decideStanding, standingAfter } from '../../../shared/members/standing.ts';
import type { PointsEntryFact } from '../../../shared/points/points-entry.fact.ts';
import { settleEntries } from '../../../shared/points/settle.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type StandingOutcome = Outcome<
  { readonly status: MemberStatus },
  Refusal<(typeof membersContract.changeStanding.refusals)[number]>
>;

/** The change itself, the member's status and the audit entry. */
const FACTS_OF_EVERY_CHANGE = 3;

/**
 * Changes how a member stands, within an act of the caller's: a single change is an act of its own, a bulk act makes many.
 * It is the standing of the person, whichever of the ids is asked for. Closing settles the balance and withdraws every
 * consent. A refusal has recorded nothing; `too-many-lots` also says that an act is too full for this one.
 */
export function changeStanding(
  act: Act,
  store: OpenStore,
  command: StandingInput,
  staffId: Id<'staff'> | null,
  ids: IdSource,
): StandingOutcome {
  const { standingId, change, reason, note } = command;
  const first = standingKnown.get(act.db, { standingId });
  const rest = command.change === 'close' ? command.rest : null;
  if (first) {
    const isSame =
      first.memberId === command.memberId &&
      first.change === change &&
      first.reason === reason &&
      first.note === note &&
      first.restPoints === (rest?.points ?? null) &&
      first.restDebt === (rest?.debt ?? null);
    return isSame ? done({ status: standingAfter(change) }) : refuse('standing-id-reused');
  }
  const member = memberById.get(act.db, { memberId: command.memberId });
  if (!member) return refuse('member-unknown');
  const { memberId } = member;
  const decided = decideStanding(member.status, command);
  if (!decided.ok) return decided;
  const status = decided.value;
  const consents = change === 'close' ? consentsGiven(act, memberId) : [];
  let entries: PointsEntryFact[] = [];
  if (command.change === 'close') {
    const { seenBalancePoints } = command;
    if (seenBalancePoints !== null && seenBalancePoints !== member.balancePoints) return refuse('balance-changed');
    const { memberPk } = member;
    const account = {
      lots: heldLots.all(act.db, { memberPk, holderId: store.facts.storeId }),
      debts: debtsToSettle.all(act.db, { memberPk }),
    };
    entries = settleEntries(account, command.rest, entryOf(act, store, standingId, staffId), ids);
  }
  if (FACTS_OF_EVERY_CHANGE + consents.length + entries.length > act.room().changes) return refuse('too-many-lots');

  act.record('member-standing', {
    id: standingId,
    memberId: command.memberId,
    change,
    reason,
    note,
    rest,
    atMs: act.nowMs,
    staffId,
  });
  act.record('member', { id: memberId, enrolment: null, profile: {}, standing: { status, statusReason: reason } });
  for (const entry of entries) act.record('points-entry', entry);
  for (const { eventId, purpose, noticeVersion } of consents)
    act.record('consent-event', {
      id: ids<'consent-event'>(),
      memberId,
      purpose,
      given: false,
      noticeVersion,
      channel: 'closing',
      storeId: store.facts.storeId,
      staffId,
      atMs: act.nowMs,
      supersedesId: eventId,
    });
  audit(
    act,
    { store, staffId, ids },
    {
      action: `${change}-member`,
      subjectKind: 'member',
      subjectId: memberId,
      fields: ['status', ...(entries.length > 0 ? ['points'] : []), ...consents.map(({ purpose }) => purpose)],
    },
  );
  return done({ status });
}

const consentsGiven = ({ db }: Act, memberId: Id<'member'>) =>
  inForce(consentsOf.all(db, { memberId })).filter(({ given }) => given);

const entryOf = (
  { nowMs }: Act,
  store: OpenStore,
  standingId: Id<'member-standing'>,
  staffId: Id<'staff'> | null,
): Omit<PointsEntryFact, 'id' | 'kind' | 'memberId' | 'lotId' | 'points' | 'debtPoints' | 'lot'> => ({
  holderId: store.facts.storeId,
  actId: standingId as Id as Id<'act'>,
  purchaseId: null,
  atMs: nowMs,
  businessDate: businessDate(nowMs, store.day),
  programmeVersion: store.programme().version,
  reason: null,
  staffId,
  approvedById: null,
});
