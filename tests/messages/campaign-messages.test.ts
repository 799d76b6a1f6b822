import { describe, expect, it } from 'vitest';
import { freezes, sendings, stopSendings } from '../../db/campaigns/campaigns.queries.ts';
import { transaction } from '../../db/kernel/connection.ts';
import { audienceOf } from '../../electron/features/campaigns/campaign-audience.ts';
import { freezePart } from '../../electron/features/campaigns/freeze-audience.ts';
import { sendPart } from '../../electron/features/campaigns/send-messages.ts';
import { sendRest } from '../../electron/features/campaigns/set-campaign-state.ts';
import { messagesOfCampaign } from '../../electron/features/messages/messages-of-campaign.ts';
import { retireTemplate } from '../../electron/features/messages/save-template.ts';
import type { CampaignTerms } from '../../shared/campaigns/campaign.ts';
import { isControl } from '../../shared/campaigns/control-group.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { type FakeGateway, fakeGateway } from '../fixtures/fake-gateway.ts';
import { merge } from '../fixtures/merge.ts';
import { aDesk, aReachable, aTemplate, outboxOf, saidTo, statesOf, useChannels } from '../fixtures/message-store.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import {
  campaignOf,
  deskOf,
  liveCampaign,
  planCampaign,
  planner,
  tryApproving,
  tryMoving,
} from '../fixtures/put-campaign.ts';
import type { Shop } from '../fixtures/shop.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const AWAKE = { quiet: { from: '00:00', until: '00:00' } } as const;
const bySms = (shop: Shop, terms: Partial<CampaignTerms> = {}): Partial<CampaignTerms> => ({
  channels: ['till', 'sms'],
  templates: { sms: aTemplate(shop), email: null },
  ...terms,
});

/** A store whose text messages a gateway takes, with so many members who may be written to. */
async function aStoreWithGateway(members: number): Promise<{ shop: Shop; ids: Id<'member'>[]; gateway: FakeGateway }> {
  const shop = aStore();
  const gateway = await fakeGateway();
  useChannels(shop, { sms: { url: gateway.url }, ...AWAKE });
  return { shop, ids: Array.from({ length: members }, () => aReachable(shop)), gateway };
}

const withTemplate = (templateId: Id<'message-template'>) => ({ templates: { sms: templateId, email: null } });
const countsOf = (shop: Shop, campaignId: Id<'campaign'>) => must(messagesOfCampaign(shop.store, campaignId))[0];
const untilQueued = async (shop: Shop) => {
  const desk = deskOf(shop);
  desk.startIfDue();
  await desk.idle();
};

/** At the tills, with everybody in an arm and not one message in the outbox. */
async function liveWithoutMessages(shop: Shop, terms: Partial<CampaignTerms>): Promise<Id<'campaign'>> {
  const campaignId = planCampaign(shop, terms);
  must(await tryApproving(shop, campaignId));
  must(await tryMoving(shop, campaignId, 'live'));
  const audience = await audienceOf(shop.store, [], shop.nowMs);
  for (let freeze = freezes.get(shop.store.db, {}) ?? null; freeze; freeze = freezes.get(shop.store.db, {}) ?? null)
    freezePart(planner(shop), freeze, audience, shop.nowMs);
  return campaignId;
}

describe('the messages of a campaign', () => {
  it('go to everybody who is treated, once each, and to nobody else', async () => {
    const { shop, ids, gateway } = await aStoreWithGateway(450);
    const campaignId = await liveCampaign(shop, bySms(shop));
    const treated = ids.filter((id) => !isControl(campaignId, id, 2000));
    expect(countsOf(shop, campaignId)).toMatchObject({
      channel: 'sms',
      templateName: '到店问候',
      ahead: 0,
      queued: treated.length,
    });
    // Whoever looks again finds nothing to be done.
    await untilQueued(shop);
    const { send } = aDesk(shop);
    await send();
    expect(new Set(outboxOf(shop).map(({ memberId }) => memberId))).toEqual(new Set(treated));
    expect(new Set(gateway.taken.map(({ key }) => key)).size).toBe(treated.length);
    expect(gateway.taken).toHaveLength(treated.length);
    expect(countsOf(shop, campaignId)).toMatchObject({ queued: 0, sent: treated.length, failed: 0, withheld: 0 });
    expect(saidTo(shop, treated[0] as Id<'member'>)).toHaveLength(1);
    expectReplay(shop.store.db);
    await gateway.close();
  });

  it('go on behind the last part after a crash', async () => {
    const { shop, gateway } = await aStoreWithGateway(500);
    const campaignId = await liveWithoutMessages(shop, bySms(shop, { controlBp: 0 }));
    for (let sending = sendings.get(shop.store.db, {}); sending; sending = sendings.get(shop.store.db, {})) {
      sendPart(planner(shop), sending, shop.nowMs);
      // Another program that saw it where it was before moves nothing.
      expect(sendPart(planner(shop), sending, shop.nowMs)).toBeNull();
      const { ahead = 0, queued = 0 } = countsOf(shop, campaignId) ?? {};
      expect(ahead + queued).toBe(500);
    }
    expect(outboxOf(shop)).toHaveLength(500);
    await gateway.close();
  });

  it('are withheld from whoever has not agreed or cannot be reached, and say so', async () => {
    const { shop, gateway } = await aStoreWithGateway(2);
    aMember(shop, { phone: '13900000001' });
    aMember(shop, { consents: [{ purpose: 'marketing-sms', given: true }] });
    const campaignId = await liveCampaign(shop, bySms(shop, { controlBp: 0 }));
    await aDesk(shop).send();
    expect(countsOf(shop, campaignId)).toMatchObject({ sent: 2, withheld: 2 });
    expect(countsOf(shop, campaignId)?.reasons).toEqual(
      expect.arrayContaining([
        { reason: 'no-consent', messages: 1 },
        { reason: 'no-address', messages: 1 },
      ]),
    );
    await gateway.close();
  });

  it('wait for the first day, stop while it is paused, and are given up when it ends', async () => {
    const { shop, gateway } = await aStoreWithGateway(3);
    const campaignId = await liveCampaign(shop, bySms(shop, { controlBp: 0, from: '2026-03-16' }));
    const { send, pass } = aDesk(shop);
    await send();
    expect(gateway.taken).toHaveLength(0);
    must(await tryMoving(shop, campaignId, 'paused'));
    pass(86_400_000);
    await send();
    expect(gateway.taken).toHaveLength(0);
    expect(new Set(statesOf(shop))).toEqual(new Set(['queued campaign-paused']));
    must(await tryMoving(shop, campaignId, 'live'));
    pass(900_000);
    await send();
    expect(gateway.taken).toHaveLength(3);

    const second = await liveCampaign(shop, bySms(shop, { controlBp: 0, from: '2026-03-17', until: '2026-03-20' }));
    must(await tryMoving(shop, second, 'ended'));
    pass(86_400_000);
    await send();
    expect(gateway.taken).toHaveLength(3);
    expect(countsOf(shop, second)).toMatchObject({
      sent: 0,
      withheld: 3,
      reasons: [{ reason: 'campaign-over', messages: 3 }],
    });
    await gateway.close();
  });

  it('are one for a person with two ids', async () => {
    const { shop, ids, gateway } = await aStoreWithGateway(2);
    const [kept, gone] = ids as [Id<'member'>, Id<'member'>];
    const campaignId = await liveWithoutMessages(shop, bySms(shop, { controlBp: 0 }));
    merge(shop, gone, kept);
    await untilQueued(shop);
    await aDesk(shop).send();
    expect(gateway.taken).toHaveLength(1);
    expect(countsOf(shop, campaignId)).toMatchObject({ ahead: 0, sent: 1 });
    await gateway.close();
  });

  it('stop after a restore until a person lets them go on', async () => {
    const { shop, gateway } = await aStoreWithGateway(300);
    const campaignId = await liveWithoutMessages(shop, bySms(shop, { controlBp: 0 }));
    const begun = sendings.get(shop.store.db, {});
    if (!begun) throw new Error('nothing is to be sent');
    sendPart(planner(shop), begun, shop.nowMs);
    transaction(shop.store.db, (tx) => void stopSendings.run(tx, {}));
    const before = countsOf(shop, campaignId);
    expect(before).toMatchObject({ isStopped: true, ahead: 100, queued: 200 });
    await untilQueued(shop);
    expect(countsOf(shop, campaignId)).toEqual(before);
    must(sendRest(planner(shop), campaignId, shop.nowMs));
    await untilQueued(shop);
    expect(countsOf(shop, campaignId)).toMatchObject({ isStopped: false, ahead: 0, queued: 300 });
    await gateway.close();
  });

  it('need a channel that is on and a marketing template of it that is in use', async () => {
    const { shop, gateway } = await aStoreWithGateway(1);
    const sms = aTemplate(shop);
    const approve = async (terms: Partial<CampaignTerms>) =>
      reasonOf(await tryApproving(shop, planCampaign(shop, { channels: ['sms'], ...terms })));
    expect(await approve(withTemplate(aTemplate(shop, { purpose: 'service' })))).toBe('campaign-template-unfit');
    expect(await approve(withTemplate(aTemplate(shop, { channel: 'email', subject: '您好' })))).toBe(
      'campaign-template-unfit',
    );
    expect(await approve({ channels: ['email'], templates: { sms: null, email: sms } })).toBe('channel-off');
    expect(await approve(withTemplate(sms))).toBe('done');
    must(retireTemplate(shop.store, sms, shop.managerId, shop.nowMs, shop.ids));
    expect(await approve(withTemplate(sms))).toBe('campaign-template-unfit');
    expect(() => planCampaign(shop, { channels: ['sms'] })).toThrow('campaign-makes-no-sense');
    expect(campaignOf(shop, planCampaign(shop)).terms.templates).toEqual({ sms: null, email: null });
    await gateway.close();
  });
});
