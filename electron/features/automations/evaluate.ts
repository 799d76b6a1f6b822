import { figuresOfMet, waitingOfMet } from '../../../db/automations/automations.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { AutomationTerms } from '../../../shared/automations/automation.ts';
import { evaluateAutomation } from '../../../shared/automations/evaluate-automation.ts';
import { type Arm, makeArm } from '../../../shared/campaigns/evaluate-campaign.ts';
import type { AutomationEvaluationShown } from '../../../shared/contract/automations.contract.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import type { OpenStore } from '../../api/open-store.ts';

interface Evaluated {
  readonly automationPk: number;
  readonly terms: AutomationTerms;
}

const shownArm = ({ members, buyers, sales }: Arm) => ({
  members,
  buyers,
  salesMinor: Math.round(sales.meanY * members),
});

/** What an automation brought until today, by the members whose days are over. Reads one row an occasion. */
export function evaluationOf(
  { db, day }: OpenStore,
  { automationPk, terms }: Evaluated,
  nowMs: number,
): AutomationEvaluationShown {
  const today = businessDate(nowMs, day);
  const arms = { treated: makeArm(), control: makeArm() };
  for (const { isControl, salesMinor, purchases } of figuresOfMet.iterate(db, { automationPk, today }))
    arms[isControl ? 'control' : 'treated'].add({
      beforeMinor: 0,
      salesMinor,
      marginMinor: 0,
      uncostedMinor: 0,
      purchases,
    });
  const [treated, control] = [arms.treated.arm(), arms.control.arm()];
  return {
    treated: shownArm(treated),
    control: shownArm(control),
    ...evaluateAutomation(treated, control, terms.controlBp / 10_000),
    waiting: waitingOfMet.get(db, { automationPk, today })?.members ?? 0,
  };
}

const kept = new WeakMap<
  ReadDb,
  Map<number, { readonly of: string; readonly evaluation: AutomationEvaluationShown }>
>();

/** As it was last reckoned on the same day, unless it met somebody since: a list shows many of them. */
export function keptEvaluation(store: OpenStore, found: Evaluated, nowMs: number): AutomationEvaluationShown {
  const { db, day } = store;
  const { automationPk, terms } = found;
  const of = kept.get(db) ?? new Map();
  kept.set(db, of);
  const today = businessDate(nowMs, day);
  const state = JSON.stringify([today, terms.controlBp, waitingOfMet.get(db, { automationPk, today })]);
  const known = of.get(automationPk);
  if (known?.of === state) return known.evaluation;
  const evaluation = evaluationOf(store, found, nowMs);
  of.set(automationPk, { of: state, evaluation });
  return evaluation;
}
