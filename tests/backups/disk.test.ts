import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TRPCError } from '@trpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import { LOGS_FOLDER } from '../../electron/api/program-log.ts';
import { quoteBasket } from '../../electron/features/purchases/quote-basket.ts';
import { reportBug } from '../../electron/transports/report-bug.ts';
import { aServedStore, ask, PROCEDURES, type Served, seat } from '../api/served-store.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { saleCommand } from '../fixtures/sell.ts';
import { expectLaws } from '../laws/expect-laws.ts';

const closing: Served[] = [];
afterEach(() => {
  for (const { host } of closing.splice(0)) host.close();
});

async function atTheTill() {
  const served = await aServedStore();
  closing.push(served);
  seat(served, 'till', 'manager');
  const { shop } = served;
  const product = aProduct(shop);
  const member = aMember(shop, { phone: '13812345678', name: '王小明' });
  const asking = async (name: string, input?: unknown) => {
    const asked = PROCEDURES.find((each) => each.path === name);
    if (!asked) throw new Error(name);
    const answer = await ask(served.host, 'till', asked, input);
    // As both transports do.
    if (!answer.ok && answer.code === 'INTERNAL_SERVER_ERROR')
      reportBug(served.host.log, name, new TRPCError({ code: answer.code, cause: answer.cause }));
    return answer;
  };
  const purchaseWith = (reference: string) => ({
    ...saleCommand(shop, { member, products: [product] }),
    tenders: [{ kind: 'bank-card' as const, amountMinor: 1000, reference }],
  });
  return { served, shop, product, member, asking, purchaseWith };
}

describe('on a full disk', () => {
  it('a sale is refused in words, nothing of it stays, reading goes on, and it is sold once there is room', async () => {
    const { served, shop, product, member, asking, purchaseWith } = await atTheTill();
    const { raw } = served.store.db;
    // Pages that are free inside the file would be used before the disk is asked for more.
    raw.exec('VACUUM');
    const most = raw.pragma('page_count', { simple: true }) as number;
    raw.pragma(`max_page_count = ${most}`);
    const before = () => [traceOf(served.store.db), shop.store.facts];
    let refused: Awaited<ReturnType<typeof asking>> | null = null;
    let standing = before();
    let last = purchaseWith('x'.repeat(60));
    for (let index = 0; index < 400 && !refused; index += 1) {
      standing = before();
      last = { ...purchaseWith('x'.repeat(60)), memberId: member };
      const answer = await asking('purchases.complete', last);
      if (!answer.ok) refused = answer;
    }
    expect(refused).toMatchObject({ ok: false, code: 'UNPROCESSABLE_CONTENT', refusal: 'disk-full' });
    expect(before()).toEqual(standing);
    expectLaws(served.store.db);

    expect(await asking('members.find', { q: '13812345678' })).toMatchObject({ ok: true });
    expect(await asking('purchases.ofMember', { memberId: member })).toMatchObject({ ok: true });
    must(
      quoteBasket(
        shop.store,
        { memberId: null, lines: [{ productId: product, quantityThousandths: 1000 }], pointsToRedeem: 0 },
        shop.nowMs,
      ),
    );
    expect(served.host.writesStopped()).toBeNull();

    raw.pragma('max_page_count = 1073741823');
    expect(await asking('purchases.complete', last)).toMatchObject({ ok: true });
    // The same again answers with the receipt that stands.
    expect(await asking('purchases.complete', last)).toMatchObject({ ok: true });
    expectLaws(served.store.db);
  });
});

describe('on a disk that became read-only', () => {
  it('acts are refused in words and reading goes on', async () => {
    const { served, asking, purchaseWith, member } = await atTheTill();
    const sale = purchaseWith('y');
    served.store.db.raw.pragma('query_only = ON');
    expect(await asking('purchases.complete', sale)).toMatchObject({ ok: false, refusal: 'disk-read-only' });
    expect(await asking('members.profile', { memberId: member })).toMatchObject({ ok: true });
    served.store.db.raw.pragma('query_only = OFF');
    expect(await asking('purchases.complete', sale)).toMatchObject({ ok: true });
  });
});

describe('a damaged page that is met while the store is open', () => {
  it('stops all writing, leaves reading and signing in, and is remembered for the next start', async () => {
    const { served, asking, purchaseWith, member } = await atTheTill();
    const sale = purchaseWith('z');
    served.host.damageFound();
    expect(await asking('purchases.complete', sale)).toMatchObject({ ok: false, refusal: 'store-damaged' });
    expect(await asking('members.profile', { memberId: member })).toMatchObject({ ok: true });
    expect(await asking('backups.list')).toMatchObject({ ok: true });
    expect(served.host.status().state).toMatchObject({ kind: 'open', writesStopped: 'store-damaged' });
    expect(served.host.notes.now.check?.sound).toBe(false);
    expect(await asking('staff.signOut')).toMatchObject({ ok: true });
  });
});

describe('the log', () => {
  const CANARIES = [
    '金丝雀',
    '13800001234',
    '+8613800001234',
    'canary@example.invalid',
    'CANARY-CARD-9',
    '864209',
    'canary',
  ];

  it('of a walk through failures names no person, number, card, PIN or path of a user', async () => {
    const { served, shop, asking } = await atTheTill();
    const { raw } = served.store.db;
    const enrol = () =>
      asking('members.enrol', {
        memberId: shop.ids(),
        name: '金丝雀',
        phone: '13800001234',
        email: 'canary@example.invalid',
        cardNumber: 'CANARY-CARD-9',
        note: '    at 金丝雀 (/home/canary/13800001234.ts:1:1)',
      });
    raw.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON member_identity
      BEGIN SELECT raise(ABORT, '金丝雀 13800001234 canary@example.invalid CANARY-CARD-9
    at canary (/home/canary/electron/13800001234.ts:1:1)'); END`);
    await enrol();
    raw.exec('DROP TRIGGER broken');
    raw.exec('CREATE TEMP TRIGGER full BEFORE INSERT ON change_log BEGIN SELECT raise(ABORT, 1); END');
    await enrol();
    raw.exec('DROP TRIGGER full');
    await asking('staff.signIn', { staffId: shop.managerId, pin: '864209' });
    await asking('staff.setPin', { staffId: '金丝雀', pin: '864209' });
    await asking('backups.restore', { place: 'here', name: '金丝雀 13800001234', bringBack: true, facts: 0 });
    await asking('backups.configure', { everyMinutes: 20, secondFolder: '/canary/金丝雀' });
    served.host.log.bug(
      '金丝雀',
      new TypeError('13800001234\n    at canary (file:///home/canary/db/13800001234.ts:1:1)'),
    );
    served.host.log.bug('a-call', 'canary 13800001234');
    served.host.log.note('bug', { reason: '13800001234', name: '金丝雀' });
    await served.host.backups.make();

    const logs = path.join(served.host.dataFolder, LOGS_FOLDER);
    const written = readdirSync(logs)
      .map((name) => readFileSync(path.join(logs, name), 'utf8'))
      .join('\n');
    expect(written).toMatch(/bug place=members\.enrol error=SqliteError code=SQLITE_CONSTRAINT_TRIGGER\n {2}at /);
    expect(written).toContain('backup-made');
    const support = await asking('recovery.supportFile');
    const told = written + JSON.stringify(support.ok && support.data);
    expect(CANARIES.filter((canary) => told.includes(canary))).toEqual([]);
    expect(told).not.toContain(served.host.dataFolder);
    expect(support).toMatchObject({ ok: true });
  });

  it('turns over: five files of a megabyte at most', async () => {
    const { served } = await atTheTill();
    const error = new Error('words');
    for (let index = 0; index < 14_000; index += 1)
      served.host.log.note('bug', { index, frames: 10 ** 15, more: 10 ** 15 });
    served.host.log.bug('a-call', error);
    const logs = path.join(served.host.dataFolder, LOGS_FOLDER);
    const sizes = readdirSync(logs).map((name) => readFileSync(path.join(logs, name)).length);
    expect(sizes.length).toBeLessThanOrEqual(5);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1024 * 1024 + 4096);
    expect(served.host.log.read()).toContain('index=13999');
  });
});
