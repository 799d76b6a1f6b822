import { describe, expect, it } from 'vitest';
import { automationById, lastMet } from '../../db/automations/automations.queries.ts';
import { evaluationOf } from '../../electron/features/automations/evaluate.ts';
import { previewAutomation } from '../../electron/features/automations/preview-automation.ts';
import type { AutomationTerms } from '../../shared/automations/automation.ts';
import { isControl } from '../../shared/campaigns/control-group.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember, born } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must } from '../fixtures/outcome.ts';
import { automationOf, automationTerms, metBy, putAutomation } from '../fixtures/put-automation.ts';
import { sell } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { takeBack, tryVoiding } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';
import { expectReplay } from './expect-replay.ts';

const preview = (shop: Shop, automationId: Id<'automation'>, terms: Partial<AutomationTerms>) =>
  previewAutomation(shop.store, { automationId, terms: automationTerms(terms) }, shop.nowMs);

describe('what an automation brought', () => {
  it('is told by who was met against who was kept out, once their days are over', () => {
    const shop = aStore();
    const automationId = putAutomation(shop, { controlBp: 5000, measuredDays: 3 });
    const tea = aProduct(shop);
    const members = Array.from({ length: 80 }, () => aMember(shop, born(3, 15)));
    theNight(shop);
    const isKept = (member: Id<'member'>) => isControl(automationId, member, 5000);
    const kept = members.filter(isKept);
    for (const member of kept) expect(metBy(shop, member)).toMatchObject([{ isControl: true, points: 0 }]);
    shop.nowMs += DAY_MS;
    // Of those who were met all but eight come, of the others eight do.
    for (const member of members.filter((one) => !isKept(one)).slice(8)) sell(shop, { member, products: [tea] });
    for (const member of kept.slice(0, 8)) sell(shop, { member, products: [tea] });
    const found = automationById.get(shop.store.db, { automationId });
    if (!found) throw new Error('it was put');
    expect(evaluationOf(shop.store, found, shop.nowMs)).toMatchObject({ waiting: 80, treated: { members: 0 } });
    shop.nowMs += 3 * DAY_MS;
    // Too late to count.
    sell(shop, { member: kept[9] ?? null, products: [tea] });
    const evaluation = evaluationOf(shop.store, found, shop.nowMs);
    const [n, m] = [80 - kept.length, kept.length];
    expect(evaluation).toMatchObject({
      waiting: 0,
      treated: { members: n, buyers: n - 8, salesMinor: (n - 8) * 1000 },
      control: { members: m, buyers: 8, salesMinor: 8000 },
      ratio: { told: true, alarm: false },
      buyers: { told: true, estimate: (n - 8) / n - 8 / m },
    });
    expect(automationOf(shop, automationId)).toMatchObject({ treated: n, control: m, treatedThisMonth: n });
    const { automationPk } = found;
    const last = lastMet.all(shop.store.db, { automationPk, limit: 30, offset: 60 });
    expect(last.map(({ memberId }) => memberId)).toEqual(members.slice(0, 20).toReversed());
    expectReplay(shop.store.db);
  });

  it('takes back what comes back and what is voided', () => {
    const shop = aStore();
    const automationId = putAutomation(shop, { measuredDays: 3 });
    const tea = aProduct(shop);
    const [back, voided] = [aMember(shop, born(3, 15)), aMember(shop, born(3, 15))];
    theNight(shop);
    const sold = sell(shop, { member: back, products: [tea] });
    must(tryVoiding(shop, sell(shop, { member: voided, products: [tea] })));
    shop.nowMs += 20 * DAY_MS;
    takeBack(shop, sold, [{ lineNo: 1, quantityThousandths: 1000 }]);
    const found = automationById.get(shop.store.db, { automationId });
    expect(found && evaluationOf(shop.store, found, shop.nowMs).treated).toEqual({
      members: 2,
      buyers: 1,
      salesMinor: 0,
    });
    expectReplay(shop.store.db);
  });
});

describe('the preview of an automation', () => {
  it('counts who is due now and in thirty days, and who of them would be kept out', async () => {
    const shop = aStore();
    const automationId = shop.ids<'automation'>();
    const members = [born(3, 14), born(3, 15), born(3, 20), born(4, 30)].map((facts) => aMember(shop, facts));
    const seen = await preview(shop, automationId, { controlBp: 10_000 });
    expect(seen).toMatchObject({ now: 2, keptOut: 2, soon: 1 });
    expect(seen.first.map(({ memberId }) => memberId)).toEqual(members.slice(0, 3));
    expect((await preview(shop, automationId, { occasion: { kind: 'tier-change', direction: 'up' } })).soon).toBeNull();
  });

  it('counts a member who rests once, however often the member buys', async () => {
    const shop = aStore();
    const [tea, member] = [aProduct(shop), aMember(shop)];
    for (let times = 0; times < 3; times += 1) sell(shop, { member, products: [tea] });
    const occasion = { kind: 'after-purchase' as const, days: 3, categoryId: null };
    const asked = async (restDays: number) =>
      (await preview(shop, shop.ids<'automation'>(), { occasion, restDays })).soon;
    expect([await asked(0), await asked(7)]).toEqual([3, 1]);
  });

  it('leaves out whom the automation has met', async () => {
    const shop = aStore();
    const automationId = putAutomation(shop);
    aMember(shop, born(3, 15));
    expect((await preview(shop, automationId, {})).now).toBe(1);
    theNight(shop);
    expect((await preview(shop, automationId, {})).now).toBe(0);
  });
});
