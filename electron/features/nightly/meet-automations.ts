import { makeIsIn } from '../../../db/audiences/members-of-audience.ts';
import { liveAutomations } from '../../../db/automations/automations.queries.ts';
import { dueUntil } from '../../../shared/automations/due.ts';
import { onDay } from '../audiences/count-audience.ts';
import { type FoundOccasion, findOccasions } from '../automations/find-occasions.ts';
import { howToMeet, type MeetingAutomation, meetOccasion } from '../automations/meet-occasion.ts';
import { keySlice, type NightItem, type Step } from './night-terms.ts';

const MEMBERS_READ = 4_000;

interface Met extends NightItem {
  readonly automation: MeetingAutomation;
  readonly found: FoundOccasion;
}

/**
 * Meets whatever the live automations answer, automation by automation. What is due is looked for some days back, so
 * nights that are caught up leave it to the one of today: nothing is met late that says nothing any more.
 */
export const meetAutomations: Step<Met> = {
  name: 'meet-automations',
  read(db, { store, date, today, nowMs, newestMemberPk }, cursor) {
    if (date !== today) return { items: [], next: null };
    const [atPk = 0, afterMember = ''] = cursor === '' ? [] : [Number(cursor.split(' ')[0]), cursor.split(' ')[1]];
    const [automation, following] = liveAutomations.all(db, {}).filter(({ automationPk }) => automationPk >= atPk);
    if (!automation) return { items: [], next: null };
    const { automationPk, terms } = automation;
    const isSame = automationPk === atPk;
    const { next, ...slice } = keySlice(isSame ? afterMember : '', 0, newestMemberPk, MEMBERS_READ);
    const due = dueUntil(terms, today);
    const isMeant = terms.audienceId ? makeIsIn(db, terms.audienceId, onDay(store, nowMs)) : () => true;
    const items = (due ? findOccasions(store, automation, due, slice, nowMs) : [])
      .filter((found) => howToMeet(db, automation, found) !== 'leave' && isMeant(found.memberPk))
      // A member may meet several: whoever goes on here begins with the member once more.
      .map((found) => ({
        memberId: found.memberId,
        cursor: `${automationPk} ${found.memberPk - 1}`,
        automation,
        found,
      }));
    const goOn = due && next !== null ? `${automationPk} ${next}` : following ? `${following.automationPk} 0` : null;
    return { items, next: goOn };
  },
  apply(act, { automation, found }, { store, ids, today }) {
    const decision = meetOccasion(act, automation, found, { store, ids, today });
    return decision === 'leave' ? {} : decision === 'give' ? { met: 1 } : { keptOut: 1 };
  },
};
