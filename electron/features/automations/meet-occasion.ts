import { metBefore } from '../../../db/automations/automations.queries.ts';
import type { Act } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { templateById } from '../../../db/messages/templates.queries.ts';
import type { AutomationOccasionFact } from '../../../shared/automations/automation.facts.ts';
import type { AutomationTerms } from '../../../shared/automations/automation.ts';
import { decideOccasion, type OccasionDecision } from '../../../shared/automations/decide-occasion.ts';
import { isControl } from '../../../shared/campaigns/control-group.ts';
import { namedId } from '../../../shared/imports/named-id.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { addDays } from '../../../shared/kernel/instant.ts';
import { mayHave } from '../../../shared/messages/admit.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { issueCoupon } from '../coupons/issue-coupon.ts';
import { addresseeOf } from '../messages/addressee.ts';
import { enqueueMessages } from '../messages/enqueue-messages.ts';
import { giveBonus } from '../points/give-bonus.ts';
import type { FoundOccasion } from './find-occasions.ts';

export interface MeetingAutomation {
  readonly automationPk: number;
  readonly automationId: Id<'automation'>;
  readonly version: number;
  readonly terms: AutomationTerms;
}

interface Meeting {
  readonly store: OpenStore;
  readonly ids: IdSource;
  /** The business date by the clock. */
  readonly today: string;
}

/** Meets an occasion within an act: what was met already, or comes too soon after the last, is left alone. */
export function meetOccasion(
  act: Act,
  automation: MeetingAutomation,
  found: FoundOccasion,
  { store, ids, today }: Meeting,
): OccasionDecision {
  const { automationId, version: automationVersion, terms } = automation;
  const { memberId, occasion, dueOn } = found;
  const decision = howToMeet(act.db, automation, found);
  if (decision === 'leave') return decision;
  const id = namedId('automation', 'automation-occasion', `${automationId} ${memberId} ${occasion}`, nodeDigest);
  const given = decision === 'give' ? give(act, store, id, automation, found, today, ids) : KEPT_OUT;
  act.record('automation-occasion', {
    id,
    automationId,
    automationVersion,
    memberId,
    occasion,
    dueOn,
    takenOn: today,
    measuredThrough: addDays(today, terms.measuredDays),
    isControl: decision === 'keep-out',
    ...given,
    atMs: act.nowMs,
  });
  return decision;
}

/** What becomes of an occasion as things stand now. */
export function howToMeet(
  db: ReadDb,
  { automationPk, automationId, terms }: MeetingAutomation,
  { memberPk, memberId, occasion, dueOn }: FoundOccasion,
): OccasionDecision {
  const before = metBefore.get(db, { automationPk, memberPk, occasion, month: dueOn.slice(0, 7) });
  if (before?.isTaken) return 'leave';
  const template = terms.templateId && templateById.get(db, { templateId: terms.templateId });
  return decideOccasion(
    terms,
    { occasion, dueOn },
    {
      isTaken: false,
      lastDueOn: before?.lastDueOn ?? null,
      friendsInMonth: before?.friendsInMonth ?? 0,
      isReachable: template
        ? typeof mayHave({ channel: template.content.channel, purpose: 'marketing' }, addresseeOf(db, memberId)) !==
          'string'
        : true,
      isControl: isControl(automationId, memberId, terms.controlBp),
    },
  );
}

type Given = Pick<AutomationOccasionFact, 'isMessaged' | 'couponIssueId' | 'points' | 'missed'>;
const KEPT_OUT: Given = { isMessaged: false, couponIssueId: null, points: 0, missed: [] };

/** Gives what the automation gives. What cannot be given is noted, and the rest is given. */
function give(
  act: Act,
  store: OpenStore,
  id: Id<'automation-occasion'>,
  { automationId, terms }: MeetingAutomation,
  { memberId, occasion }: FoundOccasion,
  today: string,
  ids: IdSource,
): Given {
  const { templateId, couponKindId: kindId, points } = terms;
  const issueId = namedId('automation', 'coupon-issue', id, nodeDigest);
  const issued = kindId && issueCoupon(store, act, { issueId, kindId, memberId, origin: 'automation', staffId: null });
  const entryId = namedId('automation', 'points-entry', id, nodeDigest);
  const isGiven =
    points > 0 &&
    giveBonus(act, store, { id: entryId, kind: 'bonus', memberId, points, date: today, reason: terms.name }, ids);
  const template = templateId && templateById.get(act.db, { templateId });
  const isMessaged = template && !template.retired;
  if (isMessaged)
    enqueueMessages(
      act,
      {
        channel: template.content.channel,
        purpose: 'marketing',
        content: { templateId },
        occasion: `automation:${automationId}:${occasion}`,
        to: [{ memberId, ...(issued?.ok ? { given: { couponCode: issued.value.code } } : {}) }],
        staffId: null,
      },
      ids,
    );
  return {
    isMessaged: isMessaged === true,
    couponIssueId: issued?.ok ? issueId : null,
    points: isGiven ? points : 0,
    missed: [
      ...(issued && !issued.ok ? (['coupon'] as const) : []),
      ...(points > 0 && !isGiven ? (['points'] as const) : []),
      ...(templateId && !isMessaged ? (['template'] as const) : []),
    ],
  };
}
