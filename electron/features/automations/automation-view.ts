import { audienceById } from '../../../db/audiences/audiences.queries.ts';
import {
  allAutomations,
  automationById,
  metByAutomation,
  versionsOfAutomation,
} from '../../../db/automations/automations.queries.ts';
import { couponKindInForce } from '../../../db/coupons/coupons.queries.ts';
import { templateById } from '../../../db/messages/templates.queries.ts';
import { categoryById } from '../../../db/products/products.queries.ts';
import type { AutomationRow, AutomationView } from '../../../shared/contract/automations.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { keptEvaluation } from './evaluate.ts';
import { hindranceOf } from './fit-to-run.ts';

type Found = ReturnType<typeof allAutomations.all>[number];

function rowOf({ db, day, facts }: OpenStore, found: Found, nowMs: number) {
  const { automationPk, owner, ...row } = found;
  const since = `${businessDate(nowMs, day).slice(0, 7)}-01`;
  const met = metByAutomation.get(db, { automationPk, since });
  return {
    ...row,
    treated: met?.treated ?? 0,
    control: met?.control ?? 0,
    treatedThisMonth: met?.treatedSince ?? 0,
    controlThisMonth: met?.controlSince ?? 0,
    hindrance: hindranceOf(db, found.terms)?.reason ?? null,
    isOwn: owner === facts.storeId,
  };
}

/** The automations with what each has brought. */
export const automationRows = (store: OpenStore, nowMs: number): AutomationRow[] =>
  allAutomations
    .all(store.db, {})
    .map((found) => ({ ...rowOf(store, found, nowMs), evaluation: keptEvaluation(store, found, nowMs) }));

/** An automation with what it names, and all that was done with it. */
export function viewAutomation(
  store: OpenStore,
  automationId: Id<'automation'>,
  nowMs: number,
): Outcome<AutomationView, Refusal<'automation-unknown'>> {
  const { db } = store;
  const found = automationById.get(db, { automationId });
  if (!found || found.state === 'removed') return refuse('automation-unknown');
  const { audienceId, templateId, couponKindId: kindId, occasion } = found.terms;
  const categoryId = occasion.kind === 'after-purchase' ? occasion.categoryId : null;
  return done({
    ...rowOf(store, { ...found, state: found.state }, nowMs),
    audienceName: (audienceId && audienceById.get(db, { audienceId })?.name) ?? null,
    templateName: (templateId && templateById.get(db, { templateId })?.content.name) ?? null,
    couponName: (kindId && couponKindInForce.get(db, { kindId })?.terms.name) ?? null,
    categoryName: (categoryId && categoryById.get(db, { categoryId })?.name) ?? null,
    history: versionsOfAutomation.all(db, { automationId }),
  });
}
