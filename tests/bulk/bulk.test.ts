import { setImmediate, setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { memberProfile } from '../../electron/features/members/member-profile.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import type { Id } from '../../shared/kernel/id.ts';
import type { BulkPreview, BulkStatus, OpenBulkRun } from '../../shared/lists/bulk.ts';
import { type Answer, aServedStore, ask, openHost, PROCEDURES, type Served, seat } from '../api/served-store.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { merge } from '../fixtures/merge.ts';
import { must } from '../fixtures/outcome.ts';
import { putAudience, segmentOf, tryPutting } from '../fixtures/put-audience.ts';
import { rowsOf, traceOf } from '../fixtures/rows.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws } from '../laws/expect-laws.ts';

let served: Served;
beforeEach(async () => {
  served = await aServedStore();
  seat(served, 'window', 'manager');
});

const asking = (path: string, input: object): Promise<Answer> => {
  const asked = PROCEDURES.find((one) => one.path === path);
  if (!asked) throw new Error(`nothing serves ${path}`);
  return ask(served.host, 'window', asked, input);
};
async function answered<T>(path: string, input: object): Promise<T> {
  const answer = await asking(path, input);
  if (!answer.ok) throw new Error(`${path}: ${answer.code} ${answer.refusal ?? ''}`, { cause: answer.cause });
  return answer.data as T;
}
/** Until it has ended. */
async function ended(begun: BulkStatus): Promise<BulkStatus> {
  let status = begun;
  while (status.state === 'running') {
    await setTimeout(5);
    status = await answered('bulk.status', { runId: status.runId });
  }
  return status;
}
const run = async (path: string, input: object) => ended(await answered<BulkStatus>(path, input));
const runId = () => served.shop.ids<'bulk'>();

const statuses = (ids: readonly Id<'member'>[]): string[] =>
  ids.map(
    (id) =>
      served.store.db.raw
        .prepare('SELECT status FROM member WHERE hex(id) = ?')
        .pluck()
        .get(id.replaceAll('-', '').toUpperCase()) as string,
  );
const logged = (action: string): { fields: string }[] =>
  served.store.db.raw.prepare('SELECT fields FROM audit_entry WHERE action = ? ORDER BY audit_pk').all(action) as {
    fields: string;
  }[];
const someMembers = (count: number, facts: Parameters<typeof aMember>[1] = {}) =>
  Array.from({ length: count }, () => aMember(served.shop, facts));

const listOf = (audienceId: Id<'audience'>) =>
  served.store.db.raw
    .prepare(
      `SELECT count(*) FROM audience_member JOIN audience USING (audience_pk) WHERE hex(audience.id) = ? AND is_in = 1`,
    )
    .pluck()
    .get(audienceId.replaceAll('-', '').toUpperCase()) as number;
const entries = () => served.store.db.raw.prepare('SELECT count(*) FROM audience_entry').pluck().get() as number;

const SUSPEND = { kind: 'suspend', reason: 'abuse', note: null } as const;

describe('how members were won, said in bulk', () => {
  it('is said of those of whom it is new, logged for each, and taken back but where it was changed since', async () => {
    const sourcesOf = (ids: readonly Id<'member'>[]) =>
      ids.map((memberId) => memberProfile(served.store, memberId, served.shop.nowMs)?.source);
    const ids = [...someMembers(2), ...someMembers(1, { source: 'online' }), ...someMembers(1, { source: 'event' })];
    const act = { kind: 'set-source', source: 'event' };
    const status = await run('bulk.members', { runId: runId(), count: 4, selection: { ids }, act });
    expect(status).toMatchObject({ state: 'done', changed: 3, skipped: { already: 1 }, canUndo: true });
    expect(sourcesOf(ids)).toEqual(['event', 'event', 'event', 'event']);
    expect(logged('edit-member').map(({ fields }) => fields)).toEqual(Array(3).fill('["source"]'));
    await answered('members.edit', { memberId: ids[0], fields: { source: 'wechat' } });
    const undone = await run('bulk.undo', { runId: status.runId });
    expect(undone).toMatchObject({ changed: 2, skipped: { 'changed-since': 1 } });
    expect(sourcesOf(ids)).toEqual(['wechat', 'till', 'online', 'event']);
    expectLaws(served.store.db);
  });
});

describe('members put into a list in bulk', () => {
  it('are there by a few facts, once, and the undo takes out those who are still there by it', async () => {
    const audienceId = putAudience(served.shop);
    const ids = someMembers(900);
    must(tryPutting(served.shop, audienceId, ids[0] as Id<'member'>));
    const asked = { runId: runId(), count: 900, selection: { ids }, act: { kind: 'put-into-list', audienceId } };
    const status = await run('bulk.members', asked);
    expect(status).toMatchObject({ state: 'done', changed: 899, skipped: { already: 1 }, canUndo: true });
    expect(listOf(audienceId)).toBe(900);
    expect(entries()).toBeLessThan(200);
    await run('bulk.members', asked);
    expect(listOf(audienceId)).toBe(900);
    must(tryPutting(served.shop, audienceId, ids[1] as Id<'member'>, false));
    const undone = await run('bulk.undo', { runId: status.runId });
    expect(undone).toMatchObject({ changed: 898, skipped: { 'changed-since': 1 } });
    expect(listOf(audienceId)).toBe(1);
    expectLaws(served.store.db);
  });

  it('are taken out again under every id of a person', async () => {
    const audienceId = putAudience(served.shop);
    const [kept, joined, other] = someMembers(3) as [Id<'member'>, Id<'member'>, Id<'member'>];
    for (const memberId of [joined, other]) must(tryPutting(served.shop, audienceId, memberId));
    merge(served.shop, kept, joined);
    const act = { kind: 'take-out-of-list', audienceId };
    const selection = { ids: [kept, other] };
    const preview = await answered<BulkPreview>('bulk.previewMembers', { selection, act });
    expect(preview).toEqual({ total: 2, changes: 2, skipped: {} });
    await run('bulk.members', { runId: runId(), count: 2, selection, act });
    expect(listOf(audienceId)).toBe(0);
  });

  it('are refused for what is no list, and for one that is not there', async () => {
    const segment = putAudience(served.shop, segmentOf([{ field: 'hasPhone', is: 'yes' }]));
    const selection = { ids: someMembers(1) };
    const refusalFor = async (audienceId: Id<'audience'>) =>
      asking('bulk.previewMembers', { selection, act: { kind: 'put-into-list', audienceId } });
    expect(await refusalFor(segment)).toMatchObject({ refusal: 'audience-no-list' });
    expect(await refusalFor(served.shop.ids())).toMatchObject({ refusal: 'audience-unknown' });
  });
});

describe('members suspended in bulk', () => {
  it('are looked at first, and those that cannot be are left with the reason', async () => {
    const active = someMembers(3);
    const [suspended] = someMembers(1, { status: 'suspended' });
    const [closed] = someMembers(1, { status: 'closed' });
    const selection = { ids: [...active, suspended, closed] };
    const before = traceOf(served.store.db);
    const preview = await answered<BulkPreview>('bulk.previewMembers', { selection, act: SUSPEND });
    expect(preview).toEqual({ total: 5, changes: 3, skipped: { already: 1, closed: 1 } });
    expect(traceOf(served.store.db)).toEqual(before);
    const status = await run('bulk.members', { runId: runId(), count: 5, selection, act: SUSPEND });
    expect(status).toMatchObject({ state: 'done', changed: 3, skipped: { already: 1, closed: 1 }, canUndo: true });
    expect(statuses(active)).toEqual(['suspended', 'suspended', 'suspended']);
    expect(logged('suspend-member')).toHaveLength(3);
    expect(logged('bulk-change')).toEqual([{ fields: '["members","rows:5","status"]' }]);
    expectLaws(served.store.db);
  });

  it('are suspended once, however often the same is asked, and nothing else under the same id', async () => {
    const ids = someMembers(60);
    const asked = { runId: runId(), count: 60, selection: { ids }, act: SUSPEND };
    await run('bulk.members', asked);
    const before = traceOf(served.store.db);
    expect(await run('bulk.members', asked)).toMatchObject({ changed: 60 });
    expect(traceOf(served.store.db)).toEqual(before);
    const other = { ...asked, act: { ...SUSPEND, reason: 'lost-card' } };
    expect(await asking('bulk.members', other)).toMatchObject({ refusal: 'bulk-id-reused' });
  });

  it('are reinstated by the undo, but for whom somebody changed since', async () => {
    const ids = someMembers(4);
    const { runId: id } = await run('bulk.members', { runId: runId(), count: 4, selection: { ids }, act: SUSPEND });
    await answered('members.changeStanding', {
      standingId: served.shop.ids(),
      memberId: ids[3],
      change: 'reinstate',
      reason: 'cleared-up',
    });
    await answered('members.changeStanding', {
      standingId: served.shop.ids(),
      memberId: ids[3],
      change: 'suspend',
      reason: 'lost-card',
    });
    const undone = await run('bulk.undo', { runId: id });
    expect(undone).toMatchObject({ isUndo: true, changed: 3, skipped: { 'changed-since': 1 }, canUndo: false });
    expect(statuses(ids)).toEqual(['active', 'active', 'active', 'suspended']);
    expect(await run('bulk.undo', { runId: id })).toEqual(undone);
    expect(logged('bulk-undo')).toHaveLength(1);
    expectLaws(served.store.db);
  });

  it('who were reinstated are suspended again for the reason that they had', async () => {
    const ids = someMembers(2);
    await run('bulk.members', { runId: runId(), count: 2, selection: { ids }, act: { ...SUSPEND, note: '三次空刷' } });
    const act = { kind: 'reinstate', reason: 'cleared-up', note: null };
    const { runId: id } = await run('bulk.members', { runId: runId(), count: 2, selection: { ids }, act });
    await run('bulk.undo', { runId: id });
    expect(statuses(ids)).toEqual(['suspended', 'suspended']);
    expect(await answered('members.standing', { memberId: ids[0] as Id<'member'> })).toMatchObject({
      last: { change: 'suspend', reason: 'abuse', note: '三次空刷' },
    });
  });

  it('are all that match but for some, and no more than were seen', async () => {
    const gold = someMembers(30, { tier: 'gold' });
    someMembers(5);
    const matching = { where: [{ field: 'tier', is: 'any-of', values: ['gold'] }] };
    const selection = { matching, except: gold.slice(0, 2) };
    const asked = { runId: runId(), selection, act: SUSPEND };
    expect(await asking('bulk.members', { ...asked, count: 30 })).toMatchObject({ refusal: 'selection-changed' });
    expect(await run('bulk.members', { ...asked, count: 28 })).toMatchObject({ changed: 28 });
    expect(statuses(gold.slice(0, 3))).toEqual(['active', 'active', 'suspended']);
  });

  it('takes a manager and, for another reason, a note', async () => {
    const selection = { ids: someMembers(1) };
    const asked = { runId: runId(), count: 1, selection, act: { ...SUSPEND, reason: 'other' } };
    expect(await asking('bulk.members', asked)).toMatchObject({ refusal: 'note-needed' });
    seat(served, 'window', 'clerk');
    expect(await asking('bulk.members', { ...asked, act: SUSPEND })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await asking('bulk.previewMembers', { selection, act: SUSPEND })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a run', () => {
  it('can be stopped between chunks; what is done stays and can be undone, by whoever has the right', async () => {
    const ids = someMembers(400);
    const id = runId();
    const begun = answered<BulkStatus>('bulk.members', { runId: id, count: 400, selection: { ids }, act: SUSPEND });
    while (!(await asking('bulk.status', { runId: id })).ok) await setTimeout(1);
    const other = await asking('bulk.members', { runId: runId(), count: 400, selection: { ids }, act: SUSPEND });
    expect(other).toMatchObject({ refusal: 'bulk-running' });
    await asking('bulk.stop', { runId: id });
    const status = await ended(await begun);
    expect(['stopped', 'done']).toContain(status.state);
    expect(statuses(ids).filter((each) => each === 'suspended')).toHaveLength(status.changed);
    seat(served, 'window', 'clerk');
    expect(await asking('bulk.undo', { runId: id })).toMatchObject({ refusal: 'right-missing' });
    seat(served, 'window', 'manager');
    expect(await run('bulk.undo', { runId: id })).toMatchObject({ changed: status.changed });
    expect(statuses(ids)).not.toContain('suspended');
    expectLaws(served.store.db);
  });

  it('is unknown once the program forgot it', async () =>
    expect(await asking('bulk.undo', { runId: runId() })).toMatchObject({ refusal: 'bulk-unknown' }));
});

describe('a run that the end of the program cut off', () => {
  let folder: string;
  beforeEach(async () => {
    folder = tempFolder();
    served = await aServedStore(folder);
    seat(served, 'window', 'manager');
  });
  /** The program ends as soon as something was committed, and is started again. */
  const restart = async (): Promise<OpenBulkRun[]> => {
    served.host.close();
    const host = openHost(folder);
    const store = host.openStore();
    if (!store) throw new Error('the store did not open');
    served = { ...served, host, store, shop: { ...served.shop, store } };
    seat(served, 'window', 'manager');
    return answered('bulk.interrupted', { list: 'members' });
  };
  /** Asks for it, and ends the program as soon as some more rows were changed. */
  const cutOff = async (path: string, input: { readonly runId: Id<'bulk'>; readonly [term: string]: unknown }) => {
    const { runId: id } = input;
    const status = async () => (await asking('bulk.status', { runId: id })) as { readonly data?: BulkStatus };
    const from = path === 'bulk.resume' ? ((await status()).data?.changed ?? 0) : 0;
    const isFurther = async (): Promise<boolean> => {
      const now = (await status()).data;
      return now !== undefined && now.state === 'running' && now.changed > from;
    };
    const over = asking(path, input).then(() => 'over');
    while (!(await isFurther())) if ((await Promise.race([over, setImmediate('not yet')])) === 'over') break;
    return restart();
  };

  it('is offered, and gone on with behind the last row that was changed, as often as it takes', async () => {
    const ids = [...someMembers(150), ...someMembers(2, { status: 'suspended' })];
    const id = runId();
    let [open] = await cutOff('bulk.members', { runId: id, count: 152, selection: { ids }, act: SUSPEND });
    expect(open).toMatchObject({ runId: id, state: 'interrupted', kind: 'suspend', total: 152, canUndo: true });
    expect(await answered('bulk.interrupted', { list: 'products' })).toEqual([]);
    let cuts = 0;
    for (; open; cuts += 1) [open] = await cutOff('bulk.resume', { runId: id });
    expect(cuts).toBeGreaterThan(0);
    const status = await answered<BulkStatus>('bulk.status', { runId: id });
    expect(status).toMatchObject({ state: 'done', changed: 150, skipped: { already: 2 }, canUndo: true });
    expect(new Set(statuses(ids))).toEqual(new Set(['suspended']));
    expect(logged('suspend-member')).toHaveLength(150);
    expect(logged('bulk-change')).toHaveLength(1);

    [open] = await cutOff('bulk.undo', { runId: id });
    expect(open).toMatchObject({ state: 'interrupted', isUndo: true, total: 150, canUndo: false });
    for (; open; ) [open] = await cutOff('bulk.resume', { runId: id });
    expect(await answered('bulk.status', { runId: id })).toMatchObject({ state: 'done', isUndo: true, changed: 150 });
    expect(statuses(ids).filter((one) => one === 'suspended')).toHaveLength(2);
    expect(logged('reinstate-member')).toHaveLength(150);
    expectLaws(served.store.db);
  });

  it('can be undone as far as it came, or left so', async () => {
    const [undone, left] = [someMembers(200), someMembers(200)];
    const [first] = await cutOff('bulk.members', {
      runId: runId(),
      count: 200,
      selection: { ids: undone },
      act: SUSPEND,
    });
    if (!first) throw new Error('it was done before it was cut off');
    expect(await run('bulk.undo', { runId: first.runId })).toMatchObject({ isUndo: true, changed: first.changed });
    expect(statuses(undone)).not.toContain('suspended');

    const [second] = await cutOff('bulk.members', {
      runId: runId(),
      count: 200,
      selection: { ids: left },
      act: SUSPEND,
    });
    if (!second) throw new Error('it was done before it was cut off');
    await answered('bulk.stop', { runId: second.runId });
    expect(await answered('bulk.interrupted', { list: 'members' })).toEqual([]);
    expect(statuses(left).filter((one) => one === 'suspended')).toHaveLength(second.changed);
    expectLaws(served.store.db);
  });

  it('is offered to nobody who may not do it, and keeps no name that it was asked with', async () => {
    const ids = someMembers(200, { name: '欧阳雪' });
    const selection = { matching: { q: '欧阳雪' }, except: [] };
    const [open] = await cutOff('bulk.members', { runId: runId(), count: ids.length, selection, act: SUSPEND });
    expect(open).toBeDefined();
    expect(
      JSON.stringify(rowsOf(served.store.db, 'bulk_run')) + JSON.stringify(rowsOf(served.store.db, 'bulk_chunk')),
    ).not.toContain('欧阳');
    seat(served, 'window', 'clerk');
    expect(await answered('bulk.interrupted', { list: 'members' })).toEqual([]);
    expect(await asking('bulk.resume', { runId: open?.runId })).toMatchObject({ refusal: 'right-missing' });
  });
});

describe('a consent withdrawn in bulk', () => {
  it('is the fact of a single withdrawal for each who gave it, and is not undone', async () => {
    const { shop, store } = served;
    const [given = shop.ids<'member'>(), withdrawn = shop.ids<'member'>(), unasked] = someMembers(3);
    for (const [memberId, says] of [
      [given, true],
      [withdrawn, false],
    ] as const) {
      const event = { eventId: shop.ids<'consent-event'>(), memberId, purpose: 'marketing-sms' as const, given: says };
      must(setConsent(store, { ...event, noticeVersion: '1' }, shop.clerkId, shop.nowMs, shop.ids));
    }
    const selection = { ids: [given, withdrawn, unasked] };
    const act = { kind: 'withdraw-consent', purpose: 'marketing-sms' };
    const status = await run('bulk.members', { runId: runId(), count: 3, selection, act });
    expect(status).toMatchObject({ changed: 1, skipped: { already: 1, 'not-asked': 1 }, canUndo: false });
    expect(await asking('bulk.undo', { runId: status.runId })).toMatchObject({ refusal: 'bulk-not-undoable' });
    expect(logged('consent').map(({ fields }) => fields)).toHaveLength(3);
    expect(await answered('members.profile', { memberId: given })).toMatchObject({
      consents: [{ purpose: 'marketing-sms', given: false }],
    });
    expectLaws(store.db);
  });
});

/** Category, tax rate and state of every product, by SKU. */
const listed = async () => {
  const { rows } = await answered<{
    rows: { sku: string; category: string | null; taxRateBp: number; status: string }[];
  }>('products.list', { sort: 'sku' });
  return rows.map(({ category, taxRateBp, status }) => [category, taxRateBp, status]);
};

describe('products changed in bulk', () => {
  it.each([
    { kind: 'category', category: '特价' },
    { kind: 'category', category: null },
    { kind: 'taxRateBp', taxRateBp: 900 },
    { kind: 'status', status: 'discontinued' },
  ] as const)('are what $kind says, and by the undo what they were', async (act) => {
    for (let n = 0; n < 30; n += 1) aProduct(served.shop, { sku: `P-${10 + n}`, category: n % 2 === 0 ? '茶' : null });
    const before = await listed();
    const selection = { matching: {}, except: [] };
    const { total, changes } = await answered<BulkPreview>('bulk.previewProducts', { selection, act });
    const status = await run('bulk.products', { runId: runId(), count: total, selection, act });
    expect(status).toMatchObject({ changed: changes });
    const value = (act as Record<string, unknown>)[act.kind];
    expect((await listed()).every((row) => row.includes(value as never))).toBe(true);
    await run('bulk.undo', { runId: status.runId });
    expect(await listed()).toEqual(before);
    expectLaws(served.store.db);
  });

  it('keep by the undo what somebody set since', async () => {
    const ids = [aProduct(served.shop, { sku: 'A-1' }), aProduct(served.shop, { sku: 'A-2' })];
    const act = { kind: 'taxRateBp', taxRateBp: 900 };
    const first = await run('bulk.products', { runId: runId(), count: 2, selection: { ids }, act });
    const again = { selection: { ids: [ids[0]] }, act: { kind: 'taxRateBp', taxRateBp: 600 } };
    await run('bulk.products', { runId: runId(), count: 1, ...again });
    expect(await run('bulk.undo', { runId: first.runId })).toMatchObject({
      changed: 1,
      skipped: { 'changed-since': 1 },
    });
    expect((await listed()).map(([, tax]) => tax)).toEqual([600, 1300]);
  });
});
