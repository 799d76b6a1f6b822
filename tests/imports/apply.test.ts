import { describe, expect, it } from 'vitest';
import { memberById, memberProfile, membersByCard, membersByPhone } from '../../db/members/members.queries.ts';
import { auditPage } from '../../db/staff/audit.queries.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { memberCard } from '../../electron/features/members/member-card.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { aFilledShop, MEMBERS, PURCHASES } from '../fixtures/filled-shop.ts';
import { aDesk, checkFile, importFile, managerOf, undoFile } from '../fixtures/import-file.ts';
import { must } from '../fixtures/outcome.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const only = (found: readonly { readonly memberPk: number }[]): number => {
  expect(found).toHaveLength(1);
  return found[0]?.memberPk ?? 0;
};

describe('an import', () => {
  it('brings members with their cards, numbers and points, who are found and served at once', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const view = await importFile(desk, shop, 'members', MEMBERS);
    expect(view).toMatchObject({ phase: 'applied', added: 3, updated: 0, skipped: 0, leftOut: 0, startedBy: '陈经理' });
    const { by, matches } = findMembers(shop.store, { q: '13812340001', limit: 5 }, shop.nowMs);
    expect({ by, matches }).toMatchObject({
      by: 'phone',
      matches: [{ name: '林小雨', cardNumber: '600100001', tier: 'gold', availablePoints: 1280 }],
    });
    const memberId = matches[0]?.memberId as Id<'member'>;
    expect(memberProfile.get(shop.store.db, { memberId })).toMatchObject({
      source: 'import',
      enrolledBy: '陈经理',
      enrolledAtMs: Date.UTC(2019, 5, 17, 16),
      birthday: { calendar: 'solar', year: 1990, month: 3, day: 5 },
    });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('brings what was bought: a receipt a purchase, goods that came back a return, discounts and taxes within', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    await aFilledShop(shop, desk);
    const { raw } = shop.store.db;
    expect(
      raw
        .prepare(
          `SELECT receipt_number AS number, entry_kind AS kind, business_date AS day, gross_minor AS gross, discount_minor AS discount,
             net_minor AS net, tax_minor AS tax, (SELECT count(*) FROM purchase_line l WHERE l.purchase_pk = purchase.purchase_pk) AS lines,
             (SELECT kind FROM tender t WHERE t.purchase_pk = purchase.purchase_pk) AS tender FROM purchase ORDER BY purchase_pk`,
        )
        .all(),
    ).toEqual([
      {
        number: 'R1',
        kind: 'sale',
        day: '2024-03-05',
        gross: 22_400,
        discount: 600,
        net: 21_800,
        tax: 2508,
        lines: 2,
        tender: 'wechat-pay',
      },
      {
        number: 'R2',
        kind: 'sale',
        day: '2024-03-06',
        gross: 8800,
        discount: 0,
        net: 8800,
        tax: 1012,
        lines: 1,
        tender: 'cash',
      },
      {
        number: 'R3',
        kind: 'return',
        day: '2024-03-07',
        gross: -6800,
        discount: 0,
        net: -6800,
        tax: -782,
        lines: 1,
        tender: 'wechat-pay',
      },
    ]);
    const memberPk = only(membersByPhone.all(shop.store.db, { phone: '+8613812340001', limit: 2 }));
    expect(
      raw.prepare('SELECT purchases, net_minor AS net FROM member_summary WHERE member_pk = ?').get(memberPk),
    ).toEqual({ purchases: 1, net: 15_000 });
    const again = await checkFile(desk, shop, 'purchases', PURCHASES);
    expect(again).toMatchObject({ added: 0, skipped: 3, leftOut: 0 });
    expectLaws(shop.store.db);
    expectReplay(shop.store.db);
  });

  it('opens the points of an account of a source once, however often it is imported', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const memberId = aMember(shop, { phone: '13812340001' });
    const file = '手机,积分,到期日\n13812340001,500,2030-12-31';
    expect(await importFile(desk, shop, 'points', file)).toMatchObject({ added: 1 });
    expect(await checkFile(desk, shop, 'points', file)).toMatchObject({ added: 0, skipped: 1 });
    expect(await importFile(desk, shop, 'points', file, { source: '另一系统' })).toMatchObject({ added: 1 });
    expect(memberCard(shop.store, memberId, shop.nowMs)).toMatchObject({
      availablePoints: 1000,
      nextExpiryMs: Date.UTC(2030, 11, 31, 16),
    });
  });

  it('gives members on file cards: where they have one it is kept, or replaced when that is asked for', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    aMember(shop, { phone: '13812340001', cardNumber: '600200001' });
    aMember(shop, { phone: '13812340002' });
    const file = '手机,卡号\n13812340001,600300001\n13812340002,600300002';
    expect(await importFile(desk, shop, 'cards', file)).toMatchObject({ added: 1, skipped: 1 });
    expect(await importFile(desk, shop, 'cards', file, { policy: 'update' })).toMatchObject({ updated: 1, skipped: 1 });
    expect(membersByCard.all(shop.store.db, { number: '600200001', limit: 1 })).toEqual([]);
    only(membersByCard.all(shop.store.db, { number: '600300001', limit: 2 }));
  });

  it('treats members who are on file as it is told to', async () => {
    const file = '手机,姓名,邮箱,等级\n13812340001,林小雨,lin@example.com,金卡';
    const outcomes = new Map<string, unknown>();
    for (const policy of ['skip', 'fill', 'update', 'create'] as const) {
      const shop = aStore();
      const desk = aDesk(shop);
      const memberId = aMember(shop, { phone: '13812340001', name: '小林' });
      const { added, updated, skipped } = await (policy === 'skip' ? checkFile : importFile)(
        desk,
        shop,
        'members',
        file,
        { policy },
      );
      const { name, email, tier } = memberById.get(shop.store.db, { memberId }) ?? {};
      outcomes.set(policy, { added, updated, skipped, name, email, tier });
    }
    expect(Object.fromEntries(outcomes)).toEqual({
      skip: { added: 0, updated: 0, skipped: 1, name: '小林', email: null, tier: 'member' },
      fill: { added: 0, updated: 1, skipped: 0, name: '小林', email: 'lin@example.com', tier: 'member' },
      update: { added: 0, updated: 1, skipped: 0, name: '林小雨', email: 'lin@example.com', tier: 'gold' },
      create: { added: 1, updated: 0, skipped: 0, name: '小林', email: null, tier: 'member' },
    });
  });

  it('leaves out a row that was sound when it was checked and is not any more', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const { importId, added } = await checkFile(
      desk,
      shop,
      'members',
      '手机,卡号\n13812340001,600100001\n13812340002,600100002',
    );
    expect(added).toBe(2);
    aMember(shop, { phone: '13912345678', cardNumber: '600100002' });
    must(desk.apply(importId, managerOf(shop)));
    await desk.idle();
    expect(must(desk.view(importId))).toMatchObject({ added: 2 - 1, leftOut: 0, updated: 0, skipped: 1 });
  });

  it('notes in the audit log who imported, stopped and undid what', async () => {
    const shop = aStore();
    const desk = aDesk(shop);
    const { importId } = await importFile(desk, shop, 'members', MEMBERS);
    await undoFile(desk, shop, importId);
    const rows = auditPage.all(shop.store.db, { action: '', staffId: null, limit: 10, offset: 0 });
    expect(
      rows.map(({ action, staffName, subjectKind, subjectId, fields }) => ({
        action,
        staffName,
        subjectKind,
        subjectId,
        fields,
      })),
    ).toEqual(
      ['import-undo', 'import'].map((action) => ({
        action,
        staffName: '陈经理',
        subjectKind: 'import',
        subjectId: importId,
        fields: ['members'],
      })),
    );
  });
});
