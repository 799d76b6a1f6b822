import type { Arm } from '../campaigns/evaluate-campaign.ts';
import { sampleRatio } from '../campaigns/sample-ratio.ts';
import type { Difference, Told } from '../campaigns/told.ts';
import { twoProportions } from '../campaigns/two-proportions.ts';
import { welch } from '../campaigns/welch.ts';

export interface AutomationEvaluation {
  /** Whether the groups are of the planned sizes. An alarm makes all that follows unbelievable. */
  readonly ratio: ReturnType<typeof sampleRatio>;
  /** The difference of the shares that came back to buy, as parts of 1. */
  readonly buyers: Told<Difference>;
  /** The difference of what a member bought, minor units. */
  readonly perMember: ReturnType<typeof welch>;
}

/** What an automation brought: everybody whom it met against those who were kept out. `controlShare`: the planned part of 1. */
export const evaluateAutomation = (treated: Arm, control: Arm, controlShare: number): AutomationEvaluation => ({
  ratio: sampleRatio({ treated: treated.members, control: control.members }, controlShare),
  buyers: twoProportions(cases(treated), cases(control)),
  perMember: welch(treated.sales, control.sales),
});

const cases = ({ members, buyers }: Arm) => ({ members, cases: buyers });
