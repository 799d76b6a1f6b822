import { idsOfMembers, pastOfMembers } from '../../../db/campaigns/campaigns.queries.ts';
import type { CampaignTerms } from '../../../shared/campaigns/campaign.ts';
import { momentsOf, varianceOf } from '../../../shared/campaigns/moments.ts';
import { audienceForMean, changeSeenBy } from '../../../shared/campaigns/sample-size.ts';
import { DAYS_BEFORE } from '../../../shared/campaigns/windows.ts';
import type { CampaignPreview } from '../../../shared/contract/campaigns.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { addDays, businessDate } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { orderOfMembers } from '../members/list-members.ts';

/** Members whose past is looked at to judge a plan: enough to know a variance, few enough to answer at once. */
const LOOKED_AT = 2000;

/** The keys of an audience as it is now, ascending: active members only, each person once. */
export async function audienceOf(
  store: OpenStore,
  audience: CampaignTerms['audience'],
  nowMs: number,
): Promise<Int32Array> {
  const where = [...audience, { field: 'status', is: 'any-of' as const, values: ['active'] }];
  const question = { q: '', where, sort: 'enrolledAtMs' as const, descending: false };
  return (await orderOfMembers(store, question, nowMs)).toSorted();
}

export const memberIdsOf = ({ db }: OpenStore, pks: Int32Array): Id<'member'>[] =>
  idsOfMembers.all(db, { pks: `[${pks.join()}]` }).map(({ memberId }) => memberId);

interface Plan extends Pick<CampaignTerms, 'audience' | 'controlBp' | 'risePercent'> {
  /** The days that it runs. */
  readonly days: number;
}

/** How many members a plan reaches, and what rise of their sales could be seen, by what they bought lately. */
export async function previewAudience(
  store: OpenStore,
  { audience, controlBp, risePercent, days }: Plan,
  nowMs: number,
): Promise<CampaignPreview> {
  const pks = await audienceOf(store, audience, nowMs);
  const step = Math.max(1, Math.floor(pks.length / LOOKED_AT));
  const some = pks.filter((_, at) => at % step === 0);
  const until = businessDate(nowMs, store.day);
  const since = addDays(until, -days);
  const span = { from: addDays(since, -DAYS_BEFORE), since, until };
  const past = momentsOf(
    pastOfMembers
      .all(store.db, { pks: `[${some.join()}]`, ...span })
      .map(({ beforeMinor, lastMinor }) => [beforeMinor, lastMinor] as const),
  );
  const spread = Math.sqrt(past.xx * past.yy);
  const expected = {
    mean: past.meanY,
    variance: past.n > 1 ? varianceOf(past) : 0,
    correlation: spread > 0 ? past.xy / spread : 0,
  };
  const controlShare = controlBp / 10_000;
  return {
    members: pks.length,
    meanMinor: Math.round(past.meanY),
    needed: audienceForMean(expected, risePercent / 100, controlShare),
    seen: changeSeenBy(expected, pks.length, controlShare),
  };
}
