import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { makeIsIn } from '../../../db/audiences/members-of-audience.ts';
import { automationById } from '../../../db/automations/automations.queries.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import { newestMemberPk } from '../../../db/nightly/nightly.queries.ts';
import { type DueDays, dueSoon, dueUntil } from '../../../shared/automations/due.ts';
import type { AutomationPreview, automationsContract } from '../../../shared/contract/automations.contract.ts';
import { addDays, businessDate } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { isThere, onDay } from '../audiences/count-audience.ts';
import { type FoundOccasion, findOccasions } from './find-occasions.ts';
import { howToMeet } from './meet-occasion.ts';

const MEMBERS_READ = 4_000;
const DAYS_AHEAD = 30;
const SHOWN = 8;
/** No automation has it: nobody was met by one that was never saved. */
const NONE_YET = -1;

/** Whom an automation would meet now, and in the days after; slice by slice, between which the till has its turn. */
export async function previewAutomation(
  store: OpenStore,
  { automationId, terms: asked }: z.output<typeof automationsContract.preview.input>,
  nowMs: number,
): Promise<AutomationPreview> {
  const { db } = store;
  const terms = { ...asked, name: '' };
  const automationPk = automationById.get(db, { automationId })?.automationPk ?? NONE_YET;
  const automation = { automationPk, automationId, version: 0, terms };
  const today = businessDate(nowMs, store.day);
  const [due, soon] = [dueUntil(terms, today), dueSoon(terms, today, DAYS_AHEAD)];
  const { audienceId } = terms;
  const isMeant = audienceId
    ? isThere(db, audienceId)
      ? makeIsIn(db, audienceId, onDay(store, nowMs))
      : () => false
    : () => true;
  const lastPk = newestMemberPk.get(db, {})?.memberPk ?? 0;
  const counts = { now: 0, keptOut: 0, soon: 0 };
  const first: FoundOccasion[] = [];
  for (let afterPk = 0; afterPk < lastPk; afterPk += MEMBERS_READ) {
    const slice = { afterPk, untilPk: afterPk + MEMBERS_READ };
    /** When each member would be met last, by what comes before. */
    const lastDue = new Map<number, string>();
    const rests = ({ memberPk, dueOn }: FoundOccasion) => {
      const last = lastDue.get(memberPk);
      if (last !== undefined && dueOn < addDays(last, terms.restDays)) return true;
      lastDue.set(memberPk, dueOn);
      return false;
    };
    const met = (days: DueDays | null) =>
      (days ? findOccasions(store, automation, days, slice, nowMs) : [])
        .map((found) => ({ found, decision: howToMeet(db, automation, found) }))
        .filter(({ found, decision }) => decision !== 'leave' && isMeant(found.memberPk) && !rests(found));
    const [now, later] = [met(due), met(soon)];
    counts.now += now.length;
    counts.keptOut += now.filter(({ decision }) => decision === 'keep-out').length;
    counts.soon += later.length;
    first.push(...[...now, ...later].map(({ found }) => found));
    first.sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));
    first.splice(SHOWN);
    await setImmediate();
  }
  return {
    now: counts.now,
    keptOut: counts.keptOut,
    soon: terms.occasion.kind === 'tier-change' ? null : counts.soon,
    first: first.map(({ memberId, dueOn }) => ({
      memberId,
      memberName: memberById.get(db, { memberId })?.name ?? null,
      dueOn,
    })),
  };
}
