import {
  type CampaignEvaluation,
  evaluateCampaign,
  type MemberFigures,
  makeArm,
} from '../campaigns/evaluate-campaign.ts';
import { type Moments, makeMoments, varianceOf } from '../campaigns/moments.ts';
import { normalQuantile } from '../campaigns/normal.ts';
import { DAYS_BEFORE } from '../campaigns/windows.ts';
import {
  inAudience,
  isTreated,
  type PlannedCustomer,
  type PlannedVisit,
  plannedCampaign,
  planStore,
  type SampleCampaign,
  type SampleChain,
} from './chain-plan.ts';

const DAY_MS = 86_400_000;

/** How one way of reckoning did over all chains. Money a treated member, in minor units. */
export interface Score {
  /** In how many chains the planted uplift lay inside the 95 % interval. */
  readonly covered: number;
  /** Estimate less planted, on average, and the standard error of that average. */
  readonly meanBiasMinor: number;
  readonly biasErrorMinor: number;
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
      const arms = { treated: makeArm(), control: makeArm() };
      let plantedMinor = 0;
      for (let store = 0; store < chain.stores; store++)
        for (const customer of planStore(chain, store)) {
          if (!inAudience(campaign, customer)) continue;
          const arm = isTreated(campaign, customer) ? 'treated' : 'control';
          const figures = figuresOf(campaign, customer);
          arms[arm].add(figures);
          everybody[arm].add(figures.beforeMinor, figures.salesMinor);
          plantedMinor += soldIn(customer.visits.filter(({ incremental }) => incremental));
        }
      const [treated, control] = [arms.treated.arm(), arms.control.arm()];
      const costs = { discountMinor: 0, otherMinor: 0 };
      const evaluation = evaluateCampaign(treated, control, campaign.controlBp / 10_000, costs);
      tries.push({
        evaluation,
        treated: treated.members,
        control: control.members,
        upliftMinor: plantedMinor / treated.members,
      });
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

interface Try {
  readonly evaluation: CampaignEvaluation;
  readonly treated: number;
  readonly control: number;
  readonly upliftMinor: number;
}

function figuresOf({ startsAtMs, endsAtMs }: SampleCampaign, { visits }: PlannedCustomer): MemberFigures {
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

function scoreOf(
  tries: readonly Try[],
  answerOf: (evaluation: CampaignEvaluation) => CampaignEvaluation['unadjusted'],
  theoreticalWidthMinor: number,
): Score {
  const judged = tries.flatMap(({ evaluation, upliftMinor }) => {
    const answer = answerOf(evaluation);
    return answer.told ? [{ ...answer, upliftMinor }] : [];
  });
  const biases = judged.map(({ estimate, upliftMinor }) => estimate - upliftMinor);
  const meanBiasMinor = mean(biases);
  const squares = biases.reduce((sum, bias) => sum + (bias - meanBiasMinor) ** 2, 0);
  return {
    covered: judged.filter(({ low, high, upliftMinor }) => low <= upliftMinor && upliftMinor <= high).length,
    meanBiasMinor,
    biasErrorMinor: Math.sqrt(squares / (biases.length - 1) / biases.length),
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
