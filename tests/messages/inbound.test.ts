import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentsOf } from '../../db/members/members.queries.ts';
import { inboxRows } from '../../db/messages/inbound.queries.ts';
import { memberTimeline } from '../../electron/features/members/member-timeline.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { inForce } from '../../shared/members/consent.ts';
import { aStore } from '../fixtures/a-store.ts';
import { type FakeGateway, fakeGateway } from '../fixtures/fake-gateway.ts';
import {
  aDesk,
  aReachable,
  aTemplate,
  enqueue,
  outboxOf,
  saidTo,
  statesOf,
  useChannels,
} from '../fixtures/message-store.ts';
import type { Shop } from '../fixtures/shop.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const MINUTE_MS = 60_000;

let gateway: FakeGateway;
let shop: Shop;
beforeEach(async () => {
  gateway = await fakeGateway();
  shop = aStore();
  useChannels(shop, { sms: { url: gateway.url } });
});
afterEach(() => gateway.close());

const inbox = () => inboxRows.all(shop.store.db, { limit: 100, offset: 0 });
const maySend = (memberId: Id<'member'>) =>
  inForce(consentsOf.all(shop.store.db, { memberId })).find(({ purpose }) => purpose === 'marketing-sms')?.given;

describe('what comes in by SMS', () => {
  it('stands on the timeline of the member who wrote it, once, however often it is read', async () => {
    const member = aReachable(shop, { phone: '13812345678' });
    gateway.replies.push({ id: 'a', kind: 'reply', from: '+8613812345678', text: '几点关门？' });
    const { send, pass } = aDesk(shop);
    await send();
    gateway.forgetsCursor = true;
    pass(MINUTE_MS);
    await send();
    expect(saidTo(shop, member)).toEqual(['几点关门？']);
    expect(inbox()).toMatchObject([{ memberId: member, text: '几点关门？' }]);
    expect(memberTimeline(shop.store, { memberId: member, before: null, limit: 10 })?.events[0]).toMatchObject({
      kind: 'message',
      message: { direction: 'in', text: '几点关门？' },
    });
    expectReplay(shop.store.db);
  });

  it('is asked for a minute after the last time, not more often', async () => {
    const { send, pass } = aDesk(shop);
    await send();
    pass(MINUTE_MS - 1);
    await send();
    expect(gateway.asked).toBe(1);
    pass(1);
    await send();
    expect(gateway.asked).toBe(2);
  });

  it('takes the consent of everybody who shares the phone at once, where it asks for no more', async () => {
    const members = [aReachable(shop, { phone: '13812345678' }), aReachable(shop, { phone: '13812345678' })] as const;
    const { send, pass } = aDesk(shop);
    enqueue(shop, [members[0]], { content: { templateId: aTemplate(shop) } });
    await send();
    gateway.replies.push({ id: 'b', kind: 'reply', from: '+8613812345678', text: ' td。' });
    enqueue(shop, [...members], { content: { templateId: aTemplate(shop) } });
    pass(MINUTE_MS);
    await send();
    expect(members.map(maySend)).toEqual([false, false]);
    // What came in is read before anything else goes out.
    expect(statesOf(shop)).toEqual(['sent', 'withheld no-consent', 'withheld no-consent']);
    // The one who was written to answered.
    expect(saidTo(shop, members[0])).toHaveLength(2);
    expect(saidTo(shop, members[1])).toHaveLength(0);
  });

  it('from a number that is nobody’s is kept apart', async () => {
    gateway.replies.push({ id: 'c', kind: 'reply', from: '+8613999999999', text: '你是谁' });
    await aDesk(shop).send();
    expect(inbox()).toMatchObject([{ memberId: null, text: '你是谁' }]);
  });

  it('says what became of a message', async () => {
    const member = aReachable(shop);
    const { send, pass } = aDesk(shop);
    enqueue(shop, [member], { content: { templateId: aTemplate(shop) } });
    await send();
    const messageId = outboxOf(shop)[0]?.messageId as string;
    gateway.replies.push({ id: 'd', kind: 'report', messageId, state: 'delivered' });
    gateway.replies.push({ id: 'e', kind: 'report', messageId: shop.ids(), state: 'failed' });
    pass(MINUTE_MS);
    await send();
    expect(memberTimeline(shop.store, { memberId: member, before: null, limit: 1 })?.events[0]).toMatchObject({
      message: { outcome: 'delivered' },
    });
  });

  it('that cannot be read is read again later, and sending goes on', async () => {
    const member = aReachable(shop);
    gateway.replies.push({ id: 'f', kind: 'reply', from: 5 as unknown as string, text: 'x' });
    enqueue(shop, [member], { content: { templateId: aTemplate(shop) } });
    await aDesk(shop).send();
    expect(statesOf(shop)).toEqual(['sent']);
    expect(inbox()).toEqual([]);
  });
});
