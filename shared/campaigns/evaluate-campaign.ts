import { type Adjusted, cuped } from './cuped.ts';
import { type Moments, makeMoments, together } from './moments.ts';
import { sampleRatio } from './sample-ratio.ts';
import { type Difference, type Interval, moved, scaled, type Told, untold } from './told.ts';
import { twoProportions } from './two-proportions.ts';
import { welch } from './welch.ts';

/** What one member did; whoever bought nothing is one of them. Money in currency minor units, returns taken off. */
export interface MemberFigures {
  /** Bought in the weeks before the campaign. */
  readonly beforeMinor: number;
  readonly salesMinor: number;
  /** Net of tax and of what the goods cost, of goods whose cost is known. */
  readonly marginMinor: number;
  /** Bought of goods whose cost is not known. */
  readonly uncostedMinor: number;
  readonly purchases: number;
}

/** All members of one arm, as far as an evaluation looks at them. */
export interface Arm {
  readonly members: number;
  readonly buyers: number;
  readonly sales: Moments;
  readonly margin: Moments;
  readonly uncostedMinor: number;
}

/** Two parts of an arm as one. */
export const joined = (a: Arm, b: Arm): Arm => ({
  members: a.members + b.members,
  buyers: a.buyers + b.buyers,
  sales: together(a.sales, b.sales),
  margin: together(a.margin, b.margin),
  uncostedMinor: a.uncostedMinor + b.uncostedMinor,
});

export function makeArm() {
  const [sales, margin] = [makeMoments(), makeMoments()];
  let buyers = 0;
  let uncosted = 0;
  return {
    add({ beforeMinor, salesMinor, marginMinor, uncostedMinor, purchases }: MemberFigures): void {
      sales.add(beforeMinor, salesMinor);
      margin.add(beforeMinor, marginMinor);
      if (purchases > 0) buyers += 1;
      uncosted += uncostedMinor;
    },
    arm: (): Arm => ({
      members: sales.moments().n,
      buyers,
      sales: sales.moments(),
      margin: margin.moments(),
      uncostedMinor: uncosted,
    }),
  };
}

/** What a campaign cost; ≥ 0. */
export interface CampaignCosts {
  /** Given away by its offers: the sales and the margin are without it already. */
  readonly discountMinor: number;
  /** Points, messages, print: whatever no sale shows. */
  readonly otherMinor: number;
}

export interface CampaignEvaluation {
  /** Whether the arms are of the planned sizes. An alarm makes all that follows unbelievable. */
  readonly ratio: ReturnType<typeof sampleRatio>;
  /** Sales a member, by what members did before; and as they are, to compare with. */
  readonly perMember: Told<Adjusted>;
  readonly unadjusted: ReturnType<typeof welch>;
  /** Shares of members that bought. */
  readonly buyers: Told<Difference>;
  /** What it brought altogether, over all treated members. Minor units, not rounded. */
  readonly salesMinor: Told<Interval>;
  readonly marginMinor: Told<Interval>;
  /** The margin less what no sale shows. */
  readonly profitMinor: Told<Interval>;
  /** Profit to all that was spent: 0.5 is half of it on top. */
  readonly roi: Told<Interval>;
}

/** With more than this part of the sales in goods of unknown cost nothing is said of margins. */
const MOST_UNCOSTED = 0.1;

/**
 * What a campaign brought: the treated against the control group, each member with what they bought, redeemed or not.
 * Redeemers are never compared with others, since who redeems would have bought more anyway. `controlShare`: the planned
 * part of 1.
 */
export function evaluateCampaign(
  treated: Arm,
  control: Arm,
  controlShare: number,
  { discountMinor, otherMinor }: CampaignCosts,
): CampaignEvaluation {
  const overTreated = (each: Told<Interval>): Told<Interval> =>
    each.told ? { told: true, ...scaled(each, treated.members) } : each;
  const perMember = cuped(treated.sales, control.sales);
  const marginMinor = costsKnown(treated, control)
    ? overTreated(cuped(treated.margin, control.margin))
    : untold('cost-unknown');
  const profitMinor: Told<Interval> = marginMinor.told
    ? { told: true, ...moved(marginMinor, -otherMinor) }
    : marginMinor;
  const spentMinor = discountMinor + otherMinor;
  return {
    ratio: sampleRatio({ treated: treated.members, control: control.members }, controlShare),
    perMember,
    unadjusted: welch(treated.sales, control.sales),
    buyers: twoProportions(cases(treated), cases(control)),
    salesMinor: overTreated(perMember),
    marginMinor,
    profitMinor,
    roi: returnOn(profitMinor, spentMinor),
  };
}

const cases = ({ members, buyers }: Arm) => ({ members, cases: buyers });

const costsKnown = (...arms: readonly Arm[]): boolean => {
  const sold = arms.reduce((sum, { members, sales }) => sum + members * sales.meanY, 0);
  const uncosted = arms.reduce((sum, { uncostedMinor }) => sum + uncostedMinor, 0);
  return uncosted <= MOST_UNCOSTED * sold || uncosted === 0;
};

function returnOn(profit: Told<Interval>, spentMinor: number): Told<Interval> {
  if (!profit.told) return profit;
  return spentMinor > 0 ? { told: true, ...scaled(profit, 1 / spentMinor) } : untold('nothing-spent');
}
