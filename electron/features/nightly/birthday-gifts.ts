import type { Act } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { birthdaysIn, entryKnown } from '../../../db/nightly/nightly.queries.ts';
import { namedId } from '../../../shared/imports/named-id.ts';
import { birthdayCodesBetween, birthdayIn } from '../../../shared/members/birthday.ts';
import type { Birthday, Tier } from '../../../shared/members/profile.ts';
import { tellOfPoints } from '../messages/tell-of-points.ts';
import { giveBonus } from '../points/give-bonus.ts';
import { type Counted, keySlice, type NightItem, type NightTerms, type Step } from './night-terms.ts';

const MEMBERS_READ = 20_000;

interface Birthdays extends NightItem {
  readonly birthday: Birthday;
  readonly tier: Tier;
}

/**
 * Gives the points of the tier to whoever has a birthday, at the member's home store alone. A gift's id is made of the
 * member and the year of the birthday, solar or lunar: so it is given once, whatever is run again or corrected since.
 */
export const birthdayGifts: Step<Birthdays> = {
  name: 'birthday-gifts',
  read(db, { store, date, newestMemberPk }, cursor) {
    const given = store.programme().tiers.birthdayPoints;
    if (Object.values(given).every((points) => points === 0)) return { items: [], next: null };
    const { next, ...slice } = keySlice(cursor, 0, newestMemberPk, MEMBERS_READ);
    const codes = JSON.stringify(birthdayCodesBetween(date, date));
    const items = birthdaysIn
      .all(db, { ...slice, codes, storeId: store.facts.storeId })
      .filter(({ tier }) => given[tier] > 0)
      .map(({ memberId, tier, birthday, cursorPk }) => ({ memberId, tier, birthday, cursor: String(cursorPk) }));
    return { items, next };
  },
  apply: give,
};

/** The year, of the birthday's own calendar, whose birthday is on this date. */
const yearOf = (birthday: Birthday, date: string): number => {
  const year = Number(date.slice(0, 4));
  return [year, year - 1].find((each) => birthdayIn(birthday, each) === date) ?? year;
};

function give(act: Act, { memberId, tier, birthday }: Birthdays, { store, ids, date }: NightTerms): Counted {
  const points = store.programme().tiers.birthdayPoints[tier];
  const id = namedId('birthday-gift', 'points-entry', `${memberId} ${yearOf(birthday, date)}`, nodeDigest);
  if (
    entryKnown.get(act.db, { entryId: id }) ||
    !giveBonus(act, store, { id, kind: 'gift', memberId, points, date, reason: null }, ids)
  )
    return {};
  tellOfPoints(act, store, { memberId, actId: id, points }, ids);
  return { gifts: 1, giftPoints: points };
}
