import { describe, expect, it } from 'vitest';
import { setCouponKindState } from '../../electron/features/coupons/write-kind.ts';
import { saveTemplate } from '../../electron/features/messages/save-template.ts';
import { aMember, born } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { aReachable, aTemplate, outboxOf } from '../fixtures/message-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { putAudience, tryRemovingAudience } from '../fixtures/put-audience.ts';
import { automationOf, putAutomation, trySavingAutomation, trySettingAutomation } from '../fixtures/put-automation.ts';
import { putCouponKind, writingIn } from '../fixtures/put-coupon.ts';
import { rowsOf } from '../fixtures/rows.ts';
import { theNight } from '../fixtures/the-night.ts';
import { expectReplay } from './expect-replay.ts';

describe('writing an automation', () => {
  it('refuses what makes no sense or names what cannot be used', () => {
    const shop = aStore();
    expect(reasonOf(trySavingAutomation(shop, { points: 0 }))).toBe('automation-makes-no-sense');
    const notice = aTemplate(shop, { purpose: 'service' });
    expect(reasonOf(trySavingAutomation(shop, { templateId: notice }))).toBe('automation-template-unfit');
    const kindId = putCouponKind(shop);
    must(setCouponKindState(writingIn(shop), { kindId, basedOn: 2, state: 'stopped' }));
    expect(reasonOf(trySavingAutomation(shop, { couponKindId: kindId }))).toBe('automation-coupon-unfit');
    const audienceId = putAudience(shop);
    must(tryRemovingAudience(shop, audienceId));
    expect(reasonOf(trySavingAutomation(shop, { audienceId }))).toBe('automation-audience-removed');
    expect(rowsOf(shop.store.db, 'automation')).toEqual([]);
  });

  it('keeps its audience from being removed, until it is removed itself', () => {
    const shop = aStore();
    const audienceId = putAudience(shop);
    const automationId = putAutomation(shop, { name: '老客礼', audienceId });
    expect(tryRemovingAudience(shop, audienceId)).toMatchObject({
      reason: 'audience-in-use',
      details: { names: '老客礼' },
    });
    must(trySettingAutomation(shop, automationId, 'removed'));
    must(tryRemovingAudience(shop, audienceId));
  });

  it('writes nothing for the same terms again, and nothing over a change of somebody else', () => {
    const shop = aStore();
    const automationId = shop.ids<'automation'>();
    must(trySavingAutomation(shop, {}, { automationId }));
    must(trySavingAutomation(shop, {}, { automationId }));
    expect(automationOf(shop, automationId)).toMatchObject({ version: 1, state: 'paused' });
    must(trySavingAutomation(shop, { points: 60 }, { automationId, basedOn: 1 }));
    expect(reasonOf(trySavingAutomation(shop, { points: 70 }, { automationId, basedOn: 1 }))).toBe(
      'automation-changed',
    );
  });

  it('keeps what it answers and the share that is kept out once it has met somebody', () => {
    const shop = aStore();
    const automationId = putAutomation(shop);
    aMember(shop, born(3, 15));
    theNight(shop);
    const at = { automationId, basedOn: 2 };
    expect(reasonOf(trySavingAutomation(shop, { controlBp: 1000 }, at))).toBe('automation-begun');
    must(trySavingAutomation(shop, { points: 60 }, at));
    expect(automationOf(shop, automationId)).toMatchObject({ state: 'live', terms: { points: 60 } });
  });

  it('removes one and brings it back paused; a last day that is over does not begin', () => {
    const shop = aStore();
    const automationId = putAutomation(shop);
    const removed = must(trySettingAutomation(shop, automationId, 'removed'));
    expect(() => automationOf(shop, automationId)).toThrow('automation-unknown');
    must(trySettingAutomation(shop, automationId, 'paused', removed.version));
    must(trySavingAutomation(shop, { until: '2026-03-01' }, { automationId, basedOn: 4 }));
    expect(reasonOf(trySettingAutomation(shop, automationId, 'live'))).toBe('automation-over');
    expectReplay(shop.store.db);
  });

  it('sends marketing alone, also where its template became a notice since', () => {
    const shop = aStore();
    const templateId = aTemplate(shop);
    putAutomation(shop, { templateId });
    const content = { name: '通知', purpose: 'service' as const, channel: 'sms' as const, language: 'zh-CN' as const };
    const words = { ...content, subject: null, text: '您好' };
    must(saveTemplate(shop.store, { templateId, basedOn: 1, content: words }, shop.managerId, shop.nowMs, shop.ids));
    aReachable(shop, born(3, 15));
    theNight(shop);
    expect(outboxOf(shop)).toMatchObject([{ purpose: 'marketing' }]);
  });
});
