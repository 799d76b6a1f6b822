import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { perform } from '../../db/changes/act.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { decideMessages } from '../../electron/features/messages/decide-messages.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { type FakeGateway, fakeGateway } from '../fixtures/fake-gateway.ts';
import { merge } from '../fixtures/merge.ts';
import {
  aDesk,
  answersTo,
  aReachable,
  aTemplate,
  enqueue,
  outboxOf,
  saidTo,
  statesOf,
  useChannels,
} from '../fixtures/message-store.ts';
import { must } from '../fixtures/outcome.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const HOUR_MS = 3_600_000;

let gateway: FakeGateway;
let shop: Shop;
beforeEach(async () => {
  gateway = await fakeGateway();
  shop = aStore();
  useChannels(shop, { sms: { url: gateway.url, signature: '解放路店' } }, { sms: 'the key' });
});
afterEach(() => gateway.close());

const withdraw = (memberId: Id<'member'>) =>
  must(
    setConsent(
      shop.store,
      { eventId: shop.ids(), memberId, purpose: 'marketing-sms', given: false, noticeVersion: '1' },
      shop.clerkId,
      shop.nowMs,
      shop.ids,
    ),
  );

const queueForOne = () => {
  const member = aReachable(shop);
  enqueue(shop, [member], { content: { templateId: aTemplate(shop) } });
  return member;
};

const queueOne = () => {
  queueForOne();
  return outboxOf(shop)[0]?.messageId as Id<'message'>;
};

describe('a message', () => {
  it('goes out once, signed, filled in and with the way out of it, and stands on the timeline', async () => {
    const member = aReachable(shop, { name: '王小明' });
    enqueue(shop, [member], { content: { templateId: aTemplate(shop) } });
    const { send } = aDesk(shop);
    await send();
    await send();
    const text = '【解放路店】王小明您好，解放路店上新了。 回复TD退订';
    expect(gateway.taken).toMatchObject([{ to: '+8613800000001', text }]);
    expect(statesOf(shop)).toEqual(['sent']);
    expect(saidTo(shop, member)).toEqual([text]);
    expect([...gateway.authorizations]).toEqual(['Bearer the key']);
    expectReplay(shop.store.db);
  });

  it('is queued once for an occasion, whoever asks again, also after it went out', async () => {
    const [one, two] = [aReachable(shop), aReachable(shop)];
    const content = { templateId: aTemplate(shop) };
    expect(enqueue(shop, [one], { content, occasion: 'campaign:1' })).toBe(1);
    await aDesk(shop).send();
    expect(enqueue(shop, [one, two], { content, occasion: 'campaign:1' })).toBe(1);
    expect(enqueue(shop, [one], { content, occasion: 'campaign:2' })).toBe(1);
  });

  it('for a notice needs no consent for marketing, keeps no quiet hours and says nothing of opting out', async () => {
    const member = aReachable(shop, { consents: [] });
    shop.nowMs += 12 * HOUR_MS;
    enqueue(shop, [member], {
      content: { language: 'zh-CN', subject: null, text: '您的裤子改好了。' },
      purpose: 'service',
    });
    await aDesk(shop).send();
    expect(gateway.taken.map(({ text }) => text)).toEqual(['【解放路店】您的裤子改好了。']);
  });
});

describe('what is looked at when a message is sent, not when it is queued', () => {
  it('is the consent: one that was withdrawn meanwhile withholds it', async () => {
    withdraw(queueForOne());
    await aDesk(shop).send();
    expect(statesOf(shop)).toEqual(['withheld no-consent']);
    expect(gateway.taken).toEqual([]);
  });

  it('is the membership: one that was stopped withholds it, and of one that was erased nothing remains', async () => {
    const [stopped, erased] = [queueForOne(), queueForOne()];
    perform(shop.store.db, shop.nowMs, (act) =>
      act.record('member', { id: stopped, enrolment: null, profile: {}, standing: { status: 'suspended' } }),
    );
    eraseMember(shop, erased);
    await aDesk(shop).send();
    expect(statesOf(shop)).toEqual(['withheld member-stopped']);
  });

  it('is the hour: at night it waits until the quiet hours end', async () => {
    queueForOne();
    shop.nowMs += 11 * HOUR_MS;
    const { send, pass } = aDesk(shop);
    await send();
    expect(statesOf(shop)).toEqual(['queued quiet-hours']);
    expect(new Date(outboxOf(shop)[0]?.dueAtMs ?? 0).toISOString()).toBe('2026-03-16T01:00:00.000Z');
    pass(10 * HOUR_MS - 1);
    await send();
    expect(gateway.taken).toEqual([]);
    pass(1);
    await send();
    expect(statesOf(shop)).toEqual(['sent']);
  });

  it('is what went before: more than the cap is withheld, under all ids of a person', async () => {
    useChannels(shop, { cap: { messages: 2, days: 7 } });
    const [left, right] = [aReachable(shop), aReachable(shop)];
    const content = { templateId: aTemplate(shop) };
    const { send, pass } = aDesk(shop);
    enqueue(shop, [left, right], { content });
    await send();
    merge(shop, left, right);
    enqueue(shop, [left, right], { content });
    await send();
    expect(statesOf(shop).slice(2)).toEqual(['withheld cap-reached', 'withheld cap-reached']);
    pass(7 * DAY_MS);
    enqueue(shop, [left, left, left], { content });
    await send();
    expect(statesOf(shop).slice(4)).toEqual(['sent', 'sent', 'withheld cap-reached']);
  });

  it('is the day: what waited too long says nothing any more', async () => {
    queueForOne();
    const { send, pass } = aDesk(shop);
    pass(3 * DAY_MS + 1);
    await send();
    expect(statesOf(shop)).toEqual(['withheld too-late']);
  });

  it('is what it names: without a coupon none is announced', async () => {
    enqueue(shop, [aReachable(shop)], { content: { templateId: aTemplate(shop, { text: '券码 {券码}' }) } });
    await aDesk(shop).send();
    expect(statesOf(shop)).toEqual(['withheld value-missing']);
  });
});

describe('a gateway', () => {
  it('that is busy is left alone for as long as it asks, and then gets the message', async () => {
    const messageId = queueOne();
    gateway.mood = (request) => (request === 0 ? 'busy' : 'take');
    const { send, pass } = aDesk(shop);
    await send();
    pass(6_999);
    await send();
    expect(gateway.requests).toBe(1);
    pass(1);
    await send();
    expect(gateway.taken).toHaveLength(1);
    expect(answersTo(shop, messageId)).toEqual(['later http-429', 'accepted']);
  });

  it.each(['lost-answer', 'error-after'] as const)(
    'that took it and failed (%s) is asked, and it is not sent again',
    async (mood) => {
      queueOne();
      gateway.mood = () => mood;
      const { send, pass } = aDesk(shop);
      for (let times = 0; times < 5; times += 1) {
        await send();
        pass(HOUR_MS / 2);
      }
      expect(gateway.taken).toHaveLength(1);
      expect(statesOf(shop)).toEqual(['sent']);
    },
  );

  it('that failed and took nothing is asked, and gets it again', async () => {
    queueOne();
    gateway.mood = (request) => (request < 3 ? 'error-before' : 'take');
    const { send, pass } = aDesk(shop);
    for (let times = 0; times < 12; times += 1) {
      await send();
      pass(HOUR_MS / 6);
    }
    expect(gateway.taken).toHaveLength(1);
    expect(statesOf(shop)).toEqual(['sent']);
  });

  it('that cannot tell is asked again, never sent to again, until a person decides', async () => {
    const messageId = queueOne();
    gateway.mood = () => 'lost-answer';
    gateway.canTell = false;
    const { send, pass } = aDesk(shop);
    for (let times = 0; times < 100; times += 1) {
      await send();
      pass(HOUR_MS);
    }
    expect(gateway.requests).toBe(1);
    expect(outboxOf(shop)).toMatchObject([{ state: 'uncertain', dueAtMs: null }]);
    expect(
      decideMessages(
        shop.store,
        { messageIds: [messageId], decision: 'was-sent' },
        shop.managerId,
        shop.nowMs,
        shop.ids,
      ),
    ).toBe(1);
    expect(saidTo(shop, outboxOf(shop)[0]?.memberId as Id<'member'>)).toHaveLength(1);
    expect(
      decideMessages(shop.store, { messageIds: [messageId], decision: 'send' }, shop.managerId, shop.nowMs, shop.ids),
    ).toBe(0);
  });

  it('that refuses a number fails that message alone', async () => {
    const content = { templateId: aTemplate(shop) };
    enqueue(shop, [aReachable(shop), aReachable(shop)], { content });
    gateway.mood = (request) => (request === 0 ? 'bad-number' : 'take');
    await aDesk(shop).send();
    expect(statesOf(shop).toSorted()).toEqual(['failed http-422', 'sent']);
  });

  it('that does not know the key is tried no more, until the settings are saved', async () => {
    queueOne();
    gateway.mood = (request) => (request === 0 ? 'no-key' : 'take');
    const { desk, send, pass } = aDesk(shop);
    await send();
    pass(60_000);
    await send();
    expect(gateway.requests).toBe(1);
    expect(desk.state('sms')).toEqual({ state: 'broken', code: 'http-401' });
    desk.settingsChanged();
    await desk.idle();
    expect(statesOf(shop)).toEqual(['sent']);
  });

  it('that is not there is tried again, with longer and longer rests', async () => {
    queueOne();
    const { url } = gateway;
    await gateway.close();
    const { desk, send, pass } = aDesk(shop);
    await send();
    expect(desk.state('sms')).toEqual({ state: 'resting', code: 'ECONNREFUSED' });
    for (let minutes = 0; minutes < 60; minutes += 1) {
      pass(60_000);
      await send();
    }
    expect(outboxOf(shop)[0]?.attempts).toBeLessThan(15);
    gateway = await fakeGateway();
    useChannels(shop, { sms: { url: gateway.url } });
    expect(gateway.url).not.toBe(url);
    desk.settingsChanged();
    await desk.idle();
    expect(gateway.taken).toHaveLength(1);
  });
});

describe('the outbox', () => {
  it('goes on where it was when the program ended: what was being handed over is asked about', async () => {
    const content = { templateId: aTemplate(shop) };
    enqueue(shop, [aReachable(shop)], { content });
    gateway.mood = () => 'silence';
    const { desk } = aDesk(shop);
    desk.wake();
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (gateway.taken.length === 0) return;
        clearInterval(look);
        resolve();
      }, 1);
    });
    desk.halt();
    await desk.idle();
    expect(statesOf(shop)).toEqual(['sending']);
    const again = aDesk(shop);
    expect(statesOf(shop)).toEqual(['uncertain interrupted']);
    await again.send();
    expect(statesOf(shop)).toEqual(['sent']);
    expect(gateway.taken).toHaveLength(1);
  });

  it('writes an answer that a full disk had no room for as soon as there is, and sends nothing meanwhile', async () => {
    const members = [aReachable(shop), aReachable(shop)];
    enqueue(shop, members, { content: { templateId: aTemplate(shop, { text: '新'.repeat(4000) }) } });
    const { raw } = shop.store.db;
    // Full as soon as they were handed over: what was taken has to be written to pages that are not there.
    gateway.mood = () => {
      raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true }) as number}`);
      return 'take';
    };
    const { send } = aDesk(shop);
    await send();
    await send();
    expect(gateway.taken).toHaveLength(2);
    expect(statesOf(shop)).toEqual(['sending', 'sending']);
    raw.pragma('max_page_count = 1073741823');
    await send();
    expect(gateway.taken).toHaveLength(2);
    expect(statesOf(shop)).toEqual(['sent', 'sent']);
  });

  it('loses nothing to a clock that is set back', async () => {
    const content = { templateId: aTemplate(shop) };
    enqueue(shop, [aReachable(shop)], { content });
    gateway.mood = (request) => (request === 0 ? 'error-before' : 'take');
    const { send, pass } = aDesk(shop);
    await send();
    shop.nowMs -= 3 * DAY_MS;
    enqueue(shop, [aReachable(shop)], { content });
    pass(HOUR_MS);
    await send();
    // What was queued ahead of the clock waits for its own hour, and no longer.
    expect(statesOf(shop)[1]).toBe('sent');
    pass(3 * DAY_MS);
    await send();
    expect(statesOf(shop)).toEqual(['sent', 'sent']);
  });

  it('sends notices before marketing', async () => {
    const content = { templateId: aTemplate(shop, { text: '上新' }) };
    enqueue(
      shop,
      Array.from({ length: 10 }, () => aReachable(shop)),
      { content },
    );
    enqueue(shop, [aReachable(shop)], {
      content: { language: 'zh-CN', subject: null, text: '到货' },
      purpose: 'service',
    });
    gateway.mood = () => 'take';
    await aDesk(shop).send();
    expect(gateway.taken.slice(0, 8).map(({ text }) => text)).toContain('【解放路店】到货');
  });
});
