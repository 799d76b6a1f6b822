import { isControl } from '../campaigns/control-group.ts';
import {
  type CampaignEvaluation,
  evaluateCampaign,
  type MemberFigures,
  makeArm,
} from '../campaigns/evaluate-campaign.ts';
import { type Moments, makeMoments, varianceOf } from '../campaigns/moments.ts';
import { normalQuantile } from '../campaigns/normal.ts';
import { DAYS_BEFORE } from '../campaigns/windows.ts';
import type { Id } from '../kernel/id.ts';
import {
  idsAt,
  inAudience,
  type PlannedVisit,
  plannedCampaign,
  planStore,
  type SampleCampaign,
  type SampleChain,
} from './chain-plan.ts';
import { makeRandom } from './random.ts';

const DAY_MS = 86_400_000;
/** Of the groups, in each chain. */
export const DRAWS = 20;

/** How one way of reckoning did over all chains. Money a treated member, in minor units. */
export interface Score {
  /** In how many chains the planted uplift lay inside the 95 % interval. */
  readonly covered: number;
  /** Estimate less planted, on average, and the standard error of that average. */
  readonly meanBiasMinor: number;
  readonly biasErrorMinor: number;
  /** The same over `DRAWS` draws of the groups in every chain, whose chance is averaged out: a cause of bias shows here first. */
  readonly drawnBiasMinor: number;
  readonly drawnErrorMinor: number;
  readonly meanWidthMinor: number;
  /** What the width would be if the variances were known: from all members of all chains at once. */
  readonly theoreticalWidthMinor: number;
}

export interface UpliftStudy {
  readonly chains: number;
  readonly treated: number;
  readonly control: number;
  readonly meanUpliftMinor: number;
  readonly meanGain: number;
  readonly alarms: number;
  readonly adjusted: Score;
  readonly unadjusted: Score;
}

/**
 * Evaluates the planted campaign of one chain after another, as if it had been a real one, and holds the answers against
 * what was planted: the sales of the visits that would not have been made without it.
 */
export function makeUpliftStudy() {
  const tries: Try[] = [];
  const everybody = { treated: makeMoments(), control: makeMoments() };
  return {
    add(chain: SampleChain): void {
      const campaign = plannedCampaign(chain);
      if (!campaign) throw new RangeError('a chain without a campaign');
      const members = membersOf(chain, campaign);
      const real = drawn(members, campaign.id, campaign.controlBp);
      for (const { memberId, if: figures } of members) {
        const arm = isControl(campaign.id, memberId, campaign.controlBp) ? 'control' : 'treated';
        everybody[arm].add(figures[arm].beforeMinor, figures[arm].salesMinor);
      }
      const ids = idsAt(campaign.startsAtMs, makeRandom(chain.seed).fork(-2));
      const draws = Array.from({ length: DRAWS }, () => drawn(members, ids<'campaign'>(), campaign.controlBp));
      tries.push({ ...real, draws });
    },
    study: (): UpliftStudy => {
      const [treated, control] = [everybody.treated.moments(), everybody.control.moments()];
      const expected = theoreticalWidth(tries, treated, control);
      return {
        chains: tries.length,
        treated: mean(tries.map((one) => one.treated)),
        control: mean(tries.map((one) => one.control)),
        meanUpliftMinor: mean(tries.map(({ upliftMinor }) => upliftMinor)),
        meanGain: mean(tries.map(({ evaluation }) => (evaluation.perMember.told ? evaluation.perMember.gain : 0))),
        alarms: tries.filter(({ evaluation }) => evaluation.ratio.told && evaluation.ratio.alarm).length,
        adjusted: scoreOf(tries, ({ perMember }) => perMember, expected.adjusted),
        unadjusted: scoreOf(tries, ({ unadjusted }) => unadjusted, expected.unadjusted),
      };
    },
  };
}

interface Draw {
  readonly evaluation: CampaignEvaluation;
  readonly treated: number;
  readonly control: number;
  /** Planted, a treated member. */
  readonly upliftMinor: number;
}
interface Try extends Draw {
  readonly draws: readonly Draw[];
}

/** What a member of the audience buys if treated, and if not: a sample knows both. */
interface Member {
  readonly memberId: Id<'member'>;
  readonly if: Readonly<Record<'treated' | 'control', MemberFigures>>;
}

function membersOf(chain: SampleChain, campaign: SampleCampaign): Member[] {
  const forAll = { ...campaign, controlBp: 0 };
  return Array.from({ length: chain.stores }, (_, store) => planStore(chain, store, forAll))
    .flat()
    .filter((customer) => inAudience(campaign, customer))
    .map(({ memberId, visits }) => ({
      memberId,
      if: {
        treated: figuresOf(campaign, visits),
        control: figuresOf(
          campaign,
          visits.filter(({ incremental }) => !incremental),
        ),
      },
    }));
}

/** Evaluates the campaign with the groups that its id draws. */
function drawn(members: readonly Member[], campaignId: Id<'campaign'>, controlBp: number): Draw {
  const arms = { treated: makeArm(), control: makeArm() };
  let plantedMinor = 0;
  for (const { memberId, if: figures } of members) {
    const arm = isControl(campaignId, memberId, controlBp) ? 'control' : 'treated';
    arms[arm].add(figures[arm]);
    if (arm === 'treated') plantedMinor += figures.treated.salesMinor - figures.control.salesMinor;
  }
  const [treated, control] = [arms.treated.arm(), arms.control.arm()];
  return {
    evaluation: evaluateCampaign(treated, control, controlBp / 10_000, { discountMinor: 0, otherMinor: 0 }),
    treated: treated.members,
    control: control.members,
    upliftMinor: plantedMinor / treated.members,
  };
}

function figuresOf({ startsAtMs, endsAtMs }: SampleCampaign, visits: readonly PlannedVisit[]): MemberFigures {
  const within = (from: number, to: number) => visits.filter(({ atMs }) => atMs >= from && atMs < to);
  const during = within(startsAtMs, endsAtMs);
  const salesMinor = soldIn(during);
  return {
    beforeMinor: soldIn(within(startsAtMs - DAYS_BEFORE * DAY_MS, startsAtMs)),
    salesMinor,
    marginMinor: 0,
    // The sample's goods have no cost in a plan.
    uncostedMinor: salesMinor,
    purchases: during.length,
  };
}

/** What visits sold, less the first line of those that brought it back. */
const soldIn = (visits: readonly PlannedVisit[]): number =>
  visits.reduce(
    (sum, { lines, returnedAtMs }) =>
      lines.reduce(
        (all, { product, quantityThousandths }, at) =>
          at === 0 && returnedAtMs !== null ? all : all + Math.round((product.priceMinor * quantityThousandths) / 1000),
        sum,
      ),
    0,
  );

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

type AnswerOf = (evaluation: CampaignEvaluation) => CampaignEvaluation['unadjusted'];

/** By how much an answer lies above what was planted; none where nothing could be told. */
const biasesOf = (draws: readonly Draw[], answerOf: AnswerOf): number[] =>
  draws.flatMap(({ evaluation, upliftMinor }) => {
    const answer = answerOf(evaluation);
    return answer.told ? [answer.estimate - upliftMinor] : [];
  });

function meanWithError(values: readonly number[]): readonly [mean: number, error: number] {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return [middle, Math.sqrt(squares / (values.length - 1) / values.length)];
}

function scoreOf(tries: readonly Try[], answerOf: AnswerOf, theoreticalWidthMinor: number): Score {
  const judged = tries.flatMap(({ evaluation, upliftMinor }) => {
    const answer = answerOf(evaluation);
    return answer.told ? [{ ...answer, upliftMinor }] : [];
  });
  const [meanBiasMinor, biasErrorMinor] = meanWithError(biasesOf(tries, answerOf));
  const [drawnBiasMinor, drawnErrorMinor] = meanWithError(tries.map(({ draws }) => mean(biasesOf(draws, answerOf))));
  return {
    covered: judged.filter(({ low, high, upliftMinor }) => low <= upliftMinor && upliftMinor <= high).length,
    meanBiasMinor,
    biasErrorMinor,
    drawnBiasMinor,
    drawnErrorMinor,
    meanWidthMinor: mean(judged.map(({ low, high }) => high - low)),
    theoreticalWidthMinor,
  };
}

/** Twice 1.96 standard errors, from variances and a correlation that only many chains together show. */
function theoreticalWidth(tries: readonly Try[], treated: Moments, control: Moments) {
  const theta = (treated.xy + control.xy) / (treated.xx + control.xx);
  const left = (of: Moments) => varianceOf({ ...of, yy: of.yy - 2 * theta * of.xy + theta ** 2 * of.xx });
  const width = (ofTreated: number, ofControl: number) =>
    mean(tries.map((one) => 2 * normalQuantile(0.025) * Math.sqrt(ofTreated / one.treated + ofControl / one.control)));
  return {
    adjusted: width(left(treated), left(control)),
    unadjusted: width(varianceOf(treated), varianceOf(control)),
  };
}
