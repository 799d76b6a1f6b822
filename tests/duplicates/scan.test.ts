import { describe, expect, it } from 'vitest';
import { lastScan } from '../../db/members/scan.queries.ts';
import { ChangeFeed } from '../../electron/api/change-feed.ts';
import { tellApart } from '../../electron/features/duplicates/tell-apart.ts';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { confirmMember } from '../../electron/features/quality/confirm-member.ts';
import { duplicateGroups } from '../../electron/features/quality/duplicate-groups.ts';
import { memberQuality, membersToMend } from '../../electron/features/quality/member-quality.ts';
import { cancelScan, runScan, scanProgress } from '../../electron/features/quality/run-scan.ts';
import { scanFigures } from '../../shared/contract/quality.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { merge, part } from '../fixtures/merge.ts';
import { must } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';

const scan = async (shop: Shop) => must(await runScan(shop.store, () => shop.nowMs, new ChangeFeed()));
const groups = (shop: Shop) =>
  duplicateGroups(shop.store, { band: null, offset: 0, limit: 100 }, shop.nowMs).rows.map(({ members }) =>
    members.map(({ memberId }) => memberId).toSorted(),
  );
const figures = (shop: Shop) => scanFigures.parse(JSON.parse(lastScan.get(shop.store.db, {})?.figures ?? '{}'));
const apart = (shop: Shop, distinct: boolean, ...memberIds: Id<'member'>[]) =>
  must(tellApart(shop.store, { memberIds, distinct }, shop.managerId, shop.nowMs, shop.ids));
const toMend = (shop: Shop, flaw: Parameters<typeof membersToMend>[1]['flaw']) =>
  membersToMend(shop.store, { flaw, offset: 0, limit: 100 }, shop.nowMs).rows.map(({ card }) => card.memberId);

function withTwins() {
  const shop = aStore();
  const one = aMember(shop, { name: '王小明', phone: '13812345678' });
  const other = aMember(shop, { name: '王晓明', phone: '13812345678' });
  const third = aMember(shop, { name: '李雷', phone: '13700000001' });
  return { shop, one, other, third };
}

describe('a scan', () => {
  it('finds who is there twice, until they are one, told apart, or erased', async () => {
    const { shop, one, other } = withTwins();
    await scan(shop);
    expect(groups(shop)).toEqual([[one, other].toSorted()]);
    const mergeId = merge(shop, one, other);
    expect(groups(shop)).toEqual([]);
    part(shop, mergeId);
    expect(groups(shop)).toHaveLength(1);
    apart(shop, true, one, other);
    expect(groups(shop)).toEqual([]);
    await scan(shop);
    expect(groups(shop)).toEqual([]);
    apart(shop, false, other, one);
    expect(groups(shop)).toHaveLength(1);
    eraseMember(shop, other);
    expect(groups(shop)).toEqual([]);
  });

  it('finds a new member who has the old phone of one that was merged', async () => {
    const { shop, one, other } = withTwins();
    merge(shop, one, other);
    must(editMember(shop.store, { memberId: one, fields: { phone: '13900000009' } }, null, shop.nowMs, shop.ids));
    const again = aMember(shop, { name: '王小明', phone: '13812345678' });
    await scan(shop);
    expect(groups(shop)).toEqual([[one, again].toSorted()]);
  });

  it('writes nothing when it is said twice that two are different persons', () => {
    const { shop, one, other } = withTwins();
    apart(shop, true, one, other);
    const trace = traceOf(shop.store.db);
    apart(shop, true, other, one);
    expect(traceOf(shop.store.db)).toEqual(trace);
  });

  it('says of how large a crowd with one phone it compared only some', async () => {
    const shop = aStore();
    for (let index = 0; index < 50; index += 1) aMember(shop, { name: '', phone: '13800000000' });
    await scan(shop);
    expect(figures(shop)).toMatchObject({ members: 50, crowds: 1, largestCrowd: 50, pairs: { likely: 780 } });
    expect(Math.max(...groups(shop).map((members) => members.length))).toBeLessThanOrEqual(6);
  });

  it('counts what is to be mended, lists those who came last first, and drops who was mended', async () => {
    const { shop, one, third } = withTwins();
    const noPhone = aMember(shop, { name: '韩梅梅' });
    await scan(shop);
    expect(figures(shop)).toMatchObject({
      members: 4,
      flaws: { 'phone-missing': 1, 'phone-invalid': 0, unconfirmed: 0, 'name-missing': 0, 'birthday-missing': 4 },
    });
    expect(figures(shop).score).toBe(50);
    expect(toMend(shop, 'phone-missing')).toEqual([noPhone]);
    must(editMember(shop.store, { memberId: noPhone, fields: { phone: '13700000002' } }, null, shop.nowMs, shop.ids));
    expect(toMend(shop, 'phone-missing')).toEqual([]);
    shop.nowMs += 1000 * DAY_MS;
    await scan(shop);
    expect(toMend(shop, 'unconfirmed')).toContain(one);
    must(confirmMember(shop.store, one, shop.clerkId, shop.nowMs, shop.ids));
    expect(toMend(shop, 'unconfirmed')).not.toContain(one);
    expect(memberQuality(shop.store, one, shop.nowMs)).toMatchObject({ score: 60, confirmedAtMs: shop.nowMs });
    expect(memberQuality(shop.store, third, shop.nowMs)?.score).toBeLessThan(40);
  });

  it('left half-way leaves what the last one found, and another goes through', async () => {
    const { shop } = withTwins();
    await scan(shop);
    aMember(shop, { name: '李雷', phone: '13700000001' });
    const stopped = runScan(shop.store, () => shop.nowMs, new ChangeFeed());
    expect(scanProgress(shop.store)).not.toBeNull();
    expect(runScan(shop.store, () => shop.nowMs, new ChangeFeed())).toBe(stopped);
    cancelScan(shop.store);
    expect(must(await stopped)).toEqual({ finished: false });
    expect(scanProgress(shop.store)).toBeNull();
    expect(groups(shop)).toHaveLength(1);
    await scan(shop);
    expect(groups(shop)).toHaveLength(2);
  });

  it('gives way to others while it runs', async () => {
    const { shop } = withTwins();
    for (let index = 0; index < 1500; index += 1)
      aMember(shop, { name: '张伟', phone: `1391${String(index).padStart(7, '0')}` });
    let turns = 0;
    const running = scan(shop);
    while (scanProgress(shop.store)) {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await running;
    expect(turns).toBeGreaterThan(5);
  });
});
