import { newestAudienceVersion } from '../../../db/audiences/audiences.queries.ts';
import { makeIsIn } from '../../../db/audiences/members-of-audience.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { audiencesOf } from '../../../shared/promotions/conditions/audience.ts';
import type { Offer } from '../../../shared/promotions/offer.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { onDay } from './count-audience.ts';

/** The questions that were prepared, while no audience changes and the day lasts. */
interface Prepared {
  readonly versionPk: number;
  readonly today: string;
  readonly isIn: Map<Id<'audience'>, (memberPk: number) => boolean>;
}
const prepared = new WeakMap<ReadDb, Prepared>();

const NO_AUDIENCE: ReadonlySet<string> = new Set();

/**
 * The audiences that these offers name and a member is in. Each is one prepared statement that looks at this member alone;
 * where no offer names an audience, nothing is read.
 */
export function audiencesAtHand(
  store: OpenStore,
  offers: readonly Offer[],
  memberPk: number,
  nowMs: number,
): ReadonlySet<string> {
  const named = new Set(offers.flatMap(({ conditions }) => audiencesOf(conditions)));
  if (named.size === 0) return NO_AUDIENCE;
  const { db } = store;
  const day = onDay(store, nowMs);
  const versionPk = newestAudienceVersion.get(db, {})?.versionPk ?? 0;
  const known = prepared.get(db);
  const kept =
    known?.versionPk === versionPk && known.today === day.today
      ? known
      : { versionPk, today: day.today, isIn: new Map() };
  prepared.set(db, kept);
  return new Set(
    [...named].filter((audienceId) => {
      const isIn = kept.isIn.get(audienceId) ?? makeIsIn(db, audienceId, day);
      kept.isIn.set(audienceId, isIn);
      return isIn(memberPk);
    }),
  );
}
