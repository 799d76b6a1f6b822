import { describe, expect, it } from 'vitest';
import { replaceCard } from '../../electron/features/members/replace-card.ts';
import { noticesView, saveNotices } from '../../electron/features/messages/notice-settings.ts';
import { saveTemplate } from '../../electron/features/messages/save-template.ts';
import { adjustPoints } from '../../electron/features/points/adjust-points.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { messageReceipt, waysToMessage } from '../../electron/features/receipts/message-receipt.ts';
import type { Id } from '../../shared/kernel/id.ts';
import type { NoticeKind, NoticeSettings, NoticeWay } from '../../shared/messages/notice.ts';
import { aLadder } from '../fixtures/a-ladder.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aProgramme } from '../fixtures/a-programme.ts';
import { aStore } from '../fixtures/a-store.ts';
import { type FakeGateway, fakeGateway } from '../fixtures/fake-gateway.ts';
import { aDesk, aReachable, outboxOf, saidTo, statesOf, useChannels } from '../fixtures/message-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { saleCommand, sell, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, NOON, type Shop } from '../fixtures/shop.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const NIGHT_MS = Date.parse('2026-03-16T05:00:00+08:00') - NOON;

const trySaving = (shop: Shop, settings: NoticeSettings, basedOn = noticesView(shop.store).version) =>
  saveNotices(shop.store, { basedOn, settings }, shop.managerId, shop.nowMs, shop.ids);

function tellOf(shop: Shop, ways: Partial<Record<NoticeKind, NoticeWay>>, more: Partial<NoticeSettings> = {}): void {
  const { settings } = noticesView(shop.store);
  const notices = { ...settings.notices };
  for (const [kind, by] of Object.entries(ways) as [NoticeKind, NoticeWay][]) notices[kind] = { ...notices[kind], by };
  must(trySaving(shop, { ...settings, notices, ...more }));
}

/** A store whose text messages a gateway takes, and that tells members of some things by SMS. */
async function aTellingStore(
  ...kinds: NoticeKind[]
): Promise<{ shop: Shop; gateway: FakeGateway; send: () => Promise<void>; pass: (ms: number) => void }> {
  const shop = aStore();
  const gateway = await fakeGateway();
  useChannels(shop, { sms: { url: gateway.url }, quiet: { from: '21:00', until: '09:00' } });
  tellOf(shop, Object.fromEntries(kinds.map((kind) => [kind, 'sms'])));
  return { shop, gateway, ...aDesk(shop) };
}

const by = (shop: Shop) => ({ staffId: shop.clerkId, approvedById: shop.managerId });
const giveByHand = (shop: Shop, memberId: Id<'member'>, points: number, adjustmentId = shop.ids<'adjustment'>()) =>
  adjustPoints(shop.store, { adjustmentId, memberId, points, reason: '补登' } as never, by(shop), shop.nowMs, shop.ids);

describe('a notice', () => {
  it('tells of a sale and of a refund, without any consent to marketing, and stands on the timeline', async () => {
    const { shop, gateway, send } = await aTellingStore('purchase', 'return');
    const memberId = aReachable(shop, { name: '王小明', consents: [] });
    const product = aProduct(shop, { priceMinor: 12_800 });
    const command = saleCommand(shop, { member: memberId, products: [product] });
    must(tryCommand(shop, command));
    // The answer was lost, and is asked for again.
    must(tryCommand(shop, command));
    await send();
    expect(gateway.taken.map(({ text }) => text)).toEqual([
      '王小明您好，您在解放路店消费¥128.00，获得128积分，使用0积分，现有128积分。',
    ]);
    takeBack(shop, command.purchaseId, [{ lineNo: 1, quantityThousandths: 1000 }]);
    await send();
    expect(saidTo(shop, memberId)[0]).toBe('王小明您好，您在解放路店的退款已办理，金额¥128.00，现有0积分。');
    expectReplay(shop.store.db);
    await gateway.close();
  });

  it('is not written of a sale that is refused, nor for anybody who cannot be reached or declined', async () => {
    const { shop, gateway } = await aTellingStore('purchase');
    const products = [aProduct(shop)];
    const memberId = aReachable(shop);
    const command = saleCommand(shop, { member: memberId, products });
    expect(reasonOf(tryCommand(shop, { ...command, expectedNetMinor: 1 }))).toBe('price-changed');
    sell(shop, { member: aMember(shop), products });
    sell(shop, { member: aReachable(shop, { consents: [{ purpose: 'service-messages', given: false }] }), products });
    sell(shop, { products });
    expect(outboxOf(shop)).toEqual([]);
    must(tryCommand(shop, command));
    expect(statesOf(shop)).toEqual(['queued']);
    await gateway.close();
  });

  it('is sent by e-mail where a member has an address, else by SMS, as far as the channels are switched on', async () => {
    const { shop, gateway } = await aTellingStore();
    tellOf(shop, { points: 'either' });
    const both = aReachable(shop);
    must(giveByHand(shop, both, 10));
    useChannels(shop, { email: { host: 'localhost', security: 'none', fromAddress: 'shop@example.com' } });
    must(giveByHand(shop, both, 10));
    must(giveByHand(shop, aReachable(shop, { email: undefined }), 10));
    expect(outboxOf(shop).map(({ channel }) => channel)).toEqual(['sms', 'email', 'sms']);
    await gateway.close();
  });

  it('tells of points given by hand and of a reward, once each', async () => {
    const { shop, gateway, send } = await aTellingStore('points');
    const memberId = aReachable(shop, { name: '李雷' });
    const adjustmentId = shop.ids<'adjustment'>();
    must(giveByHand(shop, memberId, 500, adjustmentId));
    must(giveByHand(shop, memberId, 500, adjustmentId));
    await send();
    const redemptionId = shop.ids<'redemption'>();
    const redeem = { redemptionId, memberId, points: 200, reward: '杯子' };
    must(redeemPoints(shop.store, redeem, shop.clerkId, shop.nowMs, shop.ids));
    await send();
    expect(gateway.taken.map(({ text }) => text)).toEqual([
      '李雷您好，您的积分变动+500，现有500积分。',
      '李雷您好，您的积分变动-200，现有300积分。',
    ]);
    await gateway.close();
  });

  it('tells of a card that was replaced, and of a first card not', async () => {
    const { shop, gateway, send } = await aTellingStore('card-replaced');
    const memberId = aReachable(shop);
    const give = (cardNumber: string) =>
      must(replaceCard(shop.store, { memberId, cardNumber, why: 'lost' }, shop.clerkId, shop.nowMs, shop.ids));
    give('88880001');
    give('88880002');
    give('88880002');
    await send();
    expect(gateway.taken).toHaveLength(1);
    expect(gateway.taken[0]?.text).toContain('新卡尾号0002');
    await gateway.close();
  });

  it('of a tier that the till gave is sent at once, and of one that the night took when the quiet hours are over', async () => {
    const { shop, gateway, send, pass } = await aTellingStore('tier-change');
    aProgramme(shop, { tiers: aLadder() });
    const memberId = aReachable(shop, { name: '韩梅' });
    sell(shop, { member: memberId, products: [aProduct(shop, { priceMinor: 120_000 })] });
    await send();
    expect(gateway.taken.at(-1)?.text).toBe('韩梅您好，您的会员等级由普通会员变为银卡会员。');
    // Her silver is kept for the year of the sale, and ends with the one in which she bought nothing.
    pass(800 * DAY_MS + NIGHT_MS);
    theNight(shop);
    pass(DAY_MS);
    theNight(shop);
    await send();
    expect(statesOf(shop).at(-1)).toBe('queued quiet-hours');
    pass(5 * 3_600_000);
    await send();
    expect(gateway.taken.at(-1)?.text).toBe('韩梅您好，您的会员等级由银卡会员变为普通会员。');
    await gateway.close();
  });
});

const ends = (days: number) => ({
  points: 100,
  expiresAtMs: Date.parse('2026-03-16T00:00:00+08:00') + days * DAY_MS,
});

describe('points that end soon', () => {
  it('are told of once, with newer ones some days later, and never in the night', async () => {
    const { shop, gateway, send, pass } = await aTellingStore('points-expiring');
    const memberId = aReachable(shop, { name: '赵云', lots: [ends(5), ends(14), ends(18), ends(300)] });
    aReachable(shop, { lots: [ends(16)] });
    const told = () => gateway.taken.map(({ text }) => text);
    pass(NIGHT_MS);
    theNight(shop);
    theNight(shop);
    await send();
    expect(statesOf(shop)).toEqual(['queued quiet-hours']);
    pass(5 * 3_600_000);
    await send();
    expect(told()).toEqual(['赵云您好，您有200积分即将到期，最早一批有效至2026年3月20日，请及时使用。']);
    for (let day = 0; day < 7; day += 1) {
      pass(DAY_MS);
      theNight(shop);
      await send();
    }
    expect(saidTo(shop, memberId)[0]).toContain('您有100积分即将到期，最早一批有效至2026年4月2日');
    expect(told()).toHaveLength(3);
    expectReplay(shop.store.db);
    await gateway.close();
  });

  it('are not told of where nothing says so', async () => {
    const { shop, gateway, pass } = await aTellingStore();
    aReachable(shop, { lots: [ends(5)] });
    pass(NIGHT_MS);
    theNight(shop);
    expect(outboxOf(shop)).toEqual([]);
    await gateway.close();
  });
});

describe('a receipt', () => {
  it('is sent to the member who asks for it, once by each channel, as a whole by e-mail', async () => {
    const { shop, gateway, send } = await aTellingStore();
    useChannels(shop, { email: { host: 'localhost', security: 'none', fromAddress: 'shop@example.com' } });
    const purchaseId = sell(shop, { member: aReachable(shop), products: [aProduct(shop, { name: '龙井茶' })] });
    expect(waysToMessage(shop.store, purchaseId)).toEqual(['email', 'sms']);
    const ask = (channel: 'sms' | 'email') =>
      messageReceipt(shop.store, { purchaseId, channel }, shop.clerkId, shop.nowMs, shop.ids);
    expect(must(ask('sms')).isNew).toBe(true);
    expect(must(ask('sms')).isNew).toBe(false);
    expect(must(ask('email')).isNew).toBe(true);
    await send();
    expect(gateway.taken.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^您在解放路店的小票S01-.*，金额¥10\.00/),
    ]);
    await gateway.close();
  });

  it('is sent to nobody who bought without a name, declined, or where the store sends none', async () => {
    const { shop, gateway } = await aTellingStore();
    const products = [aProduct(shop)];
    const ask = (purchaseId: Id<'purchase'>) =>
      reasonOf(messageReceipt(shop.store, { purchaseId, channel: 'sms' }, shop.clerkId, shop.nowMs, shop.ids));
    const declined = aReachable(shop, { consents: [{ purpose: 'service-messages', given: false }] });
    expect(ask(sell(shop, { products }))).toBe('receipt-not-sendable');
    expect(ask(sell(shop, { member: declined, products }))).toBe('receipt-not-sendable');
    expect(ask(shop.ids<'purchase'>())).toBe('purchase-unknown');
    tellOf(shop, { receipt: 'off' });
    expect(ask(sell(shop, { member: aReachable(shop), products }))).toBe('receipt-not-sendable');
    expect(outboxOf(shop)).toEqual([]);
    await gateway.close();
  });
});

describe('the words of notices', () => {
  it('are refused where they name what cannot be filled in, or where somebody else changed them', () => {
    const shop = aStore();
    const { settings } = noticesView(shop.store);
    const { words } = settings.notices.points;
    const saying = (sms: string): NoticeSettings => ({
      ...settings,
      notices: { ...settings.notices, points: { by: 'sms', words: { ...words, 'zh-CN': { ...words['zh-CN'], sms } } } },
    });
    expect(trySaving(shop, saying('{小票}'))).toMatchObject({
      reason: 'template-placeholder-unknown',
      details: { names: '{小票}' },
    });
    must(trySaving(shop, saying('{姓名}：{积分变动}')));
    expect(noticesView(shop.store)).toMatchObject({ version: 1, settings: saying('{姓名}：{积分变动}') });
    must(trySaving(shop, saying('{姓名}：{积分变动}'), 0));
    expect(reasonOf(trySaving(shop, saying('{积分}'), 0))).toBe('notices-changed');
    expect(noticesView(shop.store).version).toBe(1);
  });

  it('of a template cannot name what only a notice knows', () => {
    const shop = aStore();
    const content = { name: '上新', purpose: 'marketing', channel: 'sms', language: 'zh-CN', subject: null } as const;
    const templateId = shop.ids<'message-template'>();
    const save = (text: string) =>
      saveTemplate(
        shop.store,
        { templateId, basedOn: 0, content: { ...content, text } },
        shop.managerId,
        shop.nowMs,
        shop.ids,
      );
    expect(reasonOf(save('{小票号}'))).toBe('template-placeholder-unknown');
  });
});
