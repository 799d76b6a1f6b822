import { describe, expect, it } from 'vitest';
import { faultyRows } from '../../db/imports/staged-import.queries.ts';
import { consentsOf } from '../../db/members/members.queries.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { importFaultWords } from '../../shared/words/import-faults.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { aDesk, checkFile, importFile, undoFile } from '../fixtures/import-file.ts';
import { must } from '../fixtures/outcome.ts';
import type { Shop } from '../fixtures/shop.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const PHONE = '13812340001';
const file = (sms: string, email = '') =>
  `手机,姓名,备注,接收短信优惠,接收邮件优惠\n${PHONE},林小雨,老顾客,${sms},${email}\n`;

const idOfMember = (shop: Shop): Id<'member'> | undefined =>
  findMembers(shop.store, { q: PHONE, limit: 1 }, shop.nowMs).matches[0]?.memberId;

/** What is in force, by purpose. */
function saidOf(shop: Shop): Readonly<Record<string, boolean>> {
  const memberId = idOfMember(shop);
  if (!memberId) throw new Error('nobody has this phone');
  return Object.fromEntries(consentsOf.all(shop.store.db, { memberId }).map(({ purpose, given }) => [purpose, given]));
}

function say(shop: Shop, given: boolean): void {
  const memberId = idOfMember(shop);
  if (!memberId) throw new Error('nobody has this phone');
  const event = { eventId: shop.ids<'consent-event'>(), memberId, purpose: 'marketing-sms', given } as const;
  must(setConsent(shop.store, { ...event, noticeVersion: '1' }, shop.clerkId, shop.nowMs, shop.ids));
}

describe('consents in a file of members', () => {
  it('are recorded with the member, each as it was said, and what is left empty was not asked', async () => {
    const shop = aStore();
    await importFile(aDesk(shop), shop, 'members', file('是', '否'));
    expect(saidOf(shop)).toEqual({ 'marketing-sms': true, 'marketing-email': false });
    const [event] = consentsOf.all(shop.store.db, { memberId: idOfMember(shop) as Id<'member'> });
    expect(event).toMatchObject({ channel: 'import', noticeVersion: '旧系统' });
    expectReplay(shop.store.db);
  });

  it('go with the member when the import is undone', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const { importId } = await importFile(desk, shop, 'members', file('是', '否'));
    expect(await undoFile(desk, shop, importId)).toMatchObject({ phase: 'undone', kept: 0 });
    expect(idOfMember(shop)).toBeUndefined();
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it.each([
    ['was never asked', null, '是', true],
    ['was never asked', null, '否', false],
    ['said yes here', true, '否', false],
    ['said no here', false, '是', false],
  ] as const)('of a member who %s (%s): %s is then %s, and the undo takes it back', async (_, before, cell, after) => {
    const shop = aStore();
    const desk = aDesk(shop);
    aMember(shop, { phone: PHONE });
    if (before !== null) say(shop, before);
    const { importId } = await importFile(desk, shop, 'members', file(cell), { policy: 'fill' });
    expect(saidOf(shop)).toMatchObject({ 'marketing-sms': after });
    expect(await undoFile(desk, shop, importId)).toMatchObject({ phase: 'undone', kept: 0 });
    // Nobody can be made never to have been asked: then it is a no.
    expect(saidOf(shop)).toMatchObject({ 'marketing-sms': before ?? false });
    expectReplay(shop.store.db);
  });

  it('stay as they were said since, when the import is undone', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    aMember(shop, { phone: PHONE });
    const { importId } = await importFile(desk, shop, 'members', file('否'), { policy: 'update' });
    say(shop, true);
    expect(await undoFile(desk, shop, importId)).toMatchObject({ phase: 'undone', kept: 1 });
    expect(saidOf(shop)).toEqual({ 'marketing-sms': true });
  });

  it('that can be read as neither yes nor no are told, in both languages', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const { importId } = await checkFile(desk, shop, 'members', file('也许'));
    const staged = desk.staged(importId);
    if (!staged) throw new Error('nothing was staged');
    const [row] = faultyRows.all(staged.db, { offset: 0, limit: 1 });
    staged.db.raw.close();
    expect(row?.faults.map((fault) => importFaultWords('members', fault, 'zh-CN'))).toEqual([
      '接收短信优惠：无法识别，请写其中之一：是 / 否。',
    ]);
    expect(row?.faults.map((fault) => importFaultWords('members', fault, 'en'))).toEqual([
      'Offers by text message: Not known here. Write one of: 是 / 否.',
    ]);
  });
});
