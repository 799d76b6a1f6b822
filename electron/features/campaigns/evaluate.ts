import {
  allCampaigns,
  campaignById,
  daysOfCampaign,
  figuresOfMembers,
} from '../../../db/campaigns/campaigns.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { adjustedPValues } from '../../../shared/campaigns/benjamini-hochberg.ts';
import { type Arm, evaluateCampaign, makeArm } from '../../../shared/campaigns/evaluate-campaign.ts';
import type { CampaignFigures, LeagueRow, ShownEvaluation } from '../../../shared/contract/campaigns.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { addDays, businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Found = NonNullable<ReturnType<typeof campaignById.get>>;

const shownArm = ({ members, buyers, sales }: Arm) => ({
  members,
  buyers,
  salesMinor: Math.round(sales.meanY * members),
});

/** What a campaign brought until now; null where nobody is in its arms yet. Reads one row a member. */
function evaluationOf(
  db: ReadDb,
  { campaignPk, treated, control, terms, discountMinor }: Found,
): ShownEvaluation | null {
  if (treated + control === 0) return null;
  const arms = { treated: makeArm(), control: makeArm() };
  for (const { isControl, ...figures } of figuresOfMembers.iterate(db, { campaignPk }))
    arms[isControl ? 'control' : 'treated'].add(figures);
  const [those, others] = [arms.treated.arm(), arms.control.arm()];
  const costs = { discountMinor, otherMinor: terms.otherCostMinor };
  return {
    treated: shownArm(those),
    control: shownArm(others),
    ...evaluateCampaign(those, others, terms.controlBp / 10_000, costs),
    discountMinor,
    otherCostMinor: terms.otherCostMinor,
  };
}

const kept = new WeakMap<
  ReadDb,
  Map<Id<'campaign'>, { readonly of: string; readonly evaluation: ShownEvaluation | null }>
>();

/** The evaluation as it was last reckoned, unless something was bought or given since: a list shows many of them. */
export function keptEvaluation(db: ReadDb, found: Found): ShownEvaluation | null {
  const of = kept.get(db) ?? new Map();
  kept.set(db, of);
  const days = daysOfCampaign.all(db, found);
  const state = JSON.stringify([found.version, found.treated, found.control, found.discountMinor, days]);
  const known = of.get(found.campaignId);
  if (known?.of === state) return known.evaluation;
  const evaluation = evaluationOf(db, found);
  of.set(found.campaignId, { of: state, evaluation });
  return evaluation;
}

/** Every day of a campaign until today with the sales a member of each arm, and its evaluation. */
export function figuresOfCampaign(
  store: OpenStore,
  campaignId: Id<'campaign'>,
  nowMs: number,
): Outcome<CampaignFigures, Refusal<'campaign-unknown'>> {
  const found = campaignById.get(store.db, { campaignId });
  if (!found) return refuse('campaign-unknown');
  const { treated, control, lastDate, terms } = found;
  const sold = new Map(
    daysOfCampaign.all(store.db, found).map(({ date, isControl, salesMinor }) => [`${date} ${isControl}`, salesMinor]),
  );
  const today = businessDate(nowMs, store.day);
  const days: CampaignFigures['days'] = [];
  for (let date = terms.from; date <= lastDate && date <= today; date = addDays(date, 1))
    days.push({
      date,
      treatedMinor: treated === 0 ? 0 : (sold.get(`${date} false`) ?? 0) / treated,
      controlMinor: control === 0 ? 0 : (sold.get(`${date} true`) ?? 0) / control,
    });
  return done({ days, evaluation: evaluationOf(store.db, found) });
}

/** Campaigns that have run, with p-values that count how many were looked at. */
export function leagueOfCampaigns({ db }: OpenStore): LeagueRow[] {
  const rows = allCampaigns.all(db, {}).flatMap((found) => {
    const evaluation = keptEvaluation(db, found);
    if (!evaluation) return [];
    const { campaignId, state, lastDate, terms } = found;
    const { perMember, salesMinor, roi, ratio } = evaluation;
    const alarm = ratio.told && ratio.alarm;
    const pValue = perMember.told && !alarm ? perMember.pValue : null;
    return [
      { campaignId, name: terms.name, state, from: terms.from, lastDate, alarm, perMember, salesMinor, roi, pValue },
    ];
  });
  const told = rows.filter(({ pValue }) => pValue !== null);
  const adjusted = new Map(
    adjustedPValues(told.map(({ pValue }) => pValue ?? 1)).map((p, at) => [told[at]?.campaignId, p]),
  );
  const broughtAMember = ({ perMember }: (typeof rows)[number]) =>
    perMember.told ? perMember.estimate : Number.NEGATIVE_INFINITY;
  return rows
    .toSorted((a, b) => broughtAMember(b) - broughtAMember(a))
    .map((row) => ({ ...row, adjustedPValue: adjusted.get(row.campaignId) ?? null }));
}
