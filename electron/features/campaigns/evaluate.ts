import { setImmediate } from 'node:timers/promises';
import { armsOf } from '../../../db/campaigns/arms-of-campaign.ts';
import { allCampaigns, campaignById, daysOfCampaign } from '../../../db/campaigns/campaigns.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { adjustedPValues } from '../../../shared/campaigns/benjamini-hochberg.ts';
import { type Arm, evaluateCampaign } from '../../../shared/campaigns/evaluate-campaign.ts';
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

/** What a campaign brought until now; null where nobody is in its arms yet. Between two stretches the till has its turn. */
async function evaluationOf(
  db: ReadDb,
  { campaignPk, treated, control, terms, discountMinor }: Found,
): Promise<ShownEvaluation | null> {
  if (treated + control === 0) return null;
  let arms: Readonly<Record<'treated' | 'control', Arm>> | null = null;
  for (arms of armsOf(db, campaignPk)) await setImmediate();
  if (!arms) return null;
  const [those, others] = [arms.treated, arms.control];
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
export async function keptEvaluation(db: ReadDb, found: Found): Promise<ShownEvaluation | null> {
  const of = kept.get(db) ?? new Map();
  kept.set(db, of);
  const days = daysOfCampaign.all(db, found);
  const state = JSON.stringify([found.version, found.treated, found.control, found.discountMinor, days]);
  const known = of.get(found.campaignId);
  if (known?.of === state) return known.evaluation;
  const evaluation = await evaluationOf(db, found);
  of.set(found.campaignId, { of: state, evaluation });
  return evaluation;
}

/** Every day of a campaign until today with the sales a member of each arm, and its evaluation. */
export async function figuresOfCampaign(
  store: OpenStore,
  campaignId: Id<'campaign'>,
  nowMs: number,
): Promise<Outcome<CampaignFigures, Refusal<'campaign-unknown'>>> {
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
  return done({ days, evaluation: await evaluationOf(store.db, found) });
}

/** Campaigns that have run, with p-values that count how many were looked at. */
export async function leagueOfCampaigns({ db }: OpenStore): Promise<LeagueRow[]> {
  const rows: Omit<LeagueRow, 'adjustedPValue'>[] = [];
  for (const found of allCampaigns.all(db, {})) {
    const evaluation = await keptEvaluation(db, found);
    if (!evaluation) continue;
    const { campaignId, state, lastDate, terms } = found;
    const { perMember, salesMinor, roi, ratio } = evaluation;
    const alarm = ratio.told && ratio.alarm;
    const pValue = perMember.told && !alarm ? perMember.pValue : null;
    const { name, from } = terms;
    rows.push({ campaignId, name, state, from, lastDate, alarm, perMember, salesMinor, roi, pValue });
  }
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
