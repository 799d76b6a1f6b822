import { audienceById } from '../../../db/audiences/audiences.queries.ts';
import { couponKindInForce } from '../../../db/coupons/coupons.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { templateById } from '../../../db/messages/templates.queries.ts';
import type { AutomationTerms } from '../../../shared/automations/automation.ts';
import { type Refusal, refuse } from '../../../shared/kernel/outcome.ts';

export type Hindrance = 'automation-audience-removed' | 'automation-template-unfit' | 'automation-coupon-unfit';

/** What keeps an automation from doing all that it says, or null. An automation sends marketing alone, to whoever agreed to it. */
export function hindranceOf(
  db: ReadDb,
  { audienceId, templateId, couponKindId: kindId }: AutomationTerms,
): Refusal<Hindrance> | null {
  if (audienceId && audienceById.get(db, { audienceId })?.state !== 'active')
    return refuse('automation-audience-removed');
  const template = templateId && templateById.get(db, { templateId });
  if (templateId && (!template || template.retired || template.content.purpose !== 'marketing'))
    return refuse('automation-template-unfit');
  if (kindId && couponKindInForce.get(db, { kindId })?.state !== 'live') return refuse('automation-coupon-unfit');
  return null;
}
