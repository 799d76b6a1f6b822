import type { AutomationTerms } from './automation.ts';

/** More than half is not kept out of what is meant for them. */
export const MOST_CONTROL_BP = 5000;

/** What can make no sense about an automation by itself. */
export const AUTOMATION_FAULTS = ['does-nothing', 'ends-before-begin', 'control-out-of-range'] as const;
export type AutomationFault = (typeof AUTOMATION_FAULTS)[number];

/** All faults at once, in the order of the form; empty where it may stand. */
export function checkAutomation({
  templateId,
  couponKindId,
  points,
  from,
  until,
  controlBp,
  occasion,
}: AutomationTerms): AutomationFault[] {
  const found: Record<AutomationFault, boolean> = {
    'does-nothing': templateId === null && couponKindId === null && points === 0,
    'ends-before-begin': until !== null && until < from,
    // What somebody was promised is not drawn for.
    'control-out-of-range': controlBp > (occasion.kind === 'referral' ? 0 : MOST_CONTROL_BP),
  };
  return AUTOMATION_FAULTS.filter((fault) => found[fault]);
}
