import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { AppHost } from '../../electron/api/app-host.ts';
import type { PosApiStatus } from '../../shared/contract/api-keys.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { traceOf } from '../fixtures/rows.ts';
import { shopOf } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { aPosStore, closed, connectTo, openPosHost } from './pos-store.ts';
import { type Answer, ask, PROCEDURES } from './served-store.ts';

const pos = await aPosStore();
const managerAt = (host: AppHost, managerId: Id<'staff'>) => {
  host.client('window').staff = { staffId: managerId, name: '陈经理', role: 'manager' };
  return (act: string, input?: unknown): Promise<Answer> => {
    const asked = PROCEDURES.find(({ path }) => path === `apiKeys.${act}`);
    if (!asked) throw new Error(`no apiKeys.${act}`);
    return ask(host, 'window', asked, input);
  };
};
const manager = managerAt(pos.host, pos.shop.managerId);
const auditedActs = () => pos.store.db.raw.prepare('SELECT action FROM audit_entry ORDER BY audit_pk').pluck().all();

const statusOf = (answer: Answer) => (answer as unknown as { data: PosApiStatus }).data;

/** A port that another program listens at until it is let go. */
async function aBusyPort(): Promise<{ readonly port: number; release(): Promise<void> }> {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { readonly port: number };
  return { port, release: () => new Promise((resolve) => other.close(() => resolve())) };
}

describe('a key', () => {
  it('is shown once, listed by its ending, let in, and let in no more once it is revoked', async () => {
    const keyId = pos.host.ids<'api-key'>();
    const made = await manager('create', { keyId, name: 'Front till' });
    expect(made).toMatchObject({ ok: true, data: { keyId } });
    const { key } = (made as unknown as { data: { key: string } }).data;
    expect(key).toMatch(/^regulars_[\w-]{43}$/);
    expect(await manager('create', { keyId, name: 'Front till' })).toMatchObject({ refusal: 'api-key-id-reused' });

    expect((await pos.ask('GET', '/members?q=a', { apiKey: key })).status).toBe(200);
    const listed = await manager('list');
    expect(listed).toMatchObject({
      ok: true,
      data: [
        {
          keyId,
          name: 'Front till',
          ending: key.slice(-4),
          createdBy: '陈经理',
          lastUsedAtMs: expect.any(Number),
          revokedAtMs: null,
        },
        { name: 'Till 1' },
      ],
    });
    expect(JSON.stringify(listed)).not.toContain(key.slice(0, 30));

    expect(await manager('revoke', { keyId })).toMatchObject({ ok: true });
    const after = traceOf(pos.store.db);
    expect(await manager('revoke', { keyId })).toMatchObject({ ok: true });
    expect(traceOf(pos.store.db)).toEqual(after);
    expect((await pos.ask('GET', '/members?q=a', { apiKey: key })).status).toBe(401);
    expect(await manager('revoke', { keyId: pos.host.ids() })).toMatchObject({ refusal: 'api-key-unknown' });
    expect(auditedActs()).toEqual(['pos-api', 'api-key-create', 'api-key-create', 'api-key-revoke']);
  });

  it('is one of twenty at most; a revoked one makes room', async () => {
    const create = () => manager('create', { keyId: pos.host.ids(), name: 'Another' });
    let made: Answer;
    do made = await create();
    while (made.ok);
    expect(made).toMatchObject({ refusal: 'too-many-api-keys' });
    const [newest] = ((await manager('list')) as unknown as { data: { keyId: string }[] }).data;
    await manager('revoke', { keyId: newest?.keyId });
    expect(await create()).toMatchObject({ ok: true });
  });
});

describe('the API', () => {
  it('is off until it is switched on, starts with the store, and ends with it', async () => {
    const dataFolder = tempFolder();
    const first = await aPosStore(dataFolder);
    const asManager = managerAt(first.host, first.shop.managerId);
    expect(statusOf(await asManager('status'))).toEqual({
      enabled: true,
      port: 0,
      openLines: false,
      portIsFixed: true,
      state: { kind: 'listening', address: first.address },
    });
    expect(statusOf(await asManager('configure', { enabled: false }))).toMatchObject({
      enabled: false,
      state: { kind: 'off' },
    });
    await expect(first.ask('GET', '/members?q=a')).rejects.toThrow('fetch failed');
    const before = traceOf(first.store.db);
    expect(statusOf(await asManager('configure', { enabled: false })).state).toEqual({ kind: 'off' });
    expect(traceOf(first.store.db)).toEqual(before);
    await asManager('configure', { enabled: true });
    await closed(first.host);
    expect(first.host.posApi.status()).toMatchObject({ enabled: false, state: { kind: 'off' } });

    const again = await connectTo(openPosHost(dataFolder), first.apiKey);
    expect((await again.ask('GET', '/members?q=a')).status).toBe(200);
    again.host.putStoreAside('aside.db');
    expect((await again.ask('GET', '/members?q=a').catch(() => ({ status: 503 }))).status).toBe(503);
    await again.host.posApi.follow();
    await expect(again.ask('GET', '/members?q=a')).rejects.toThrow('fetch failed');
  });

  it('sells goods that are not in the catalogue once a manager says so, until it is said otherwise', async () => {
    const { host, shop, store } = await aPosStore();
    const asManager = managerAt(host, shop.managerId);
    const openLines = async (wanted: object) =>
      statusOf(await asManager('configure', { enabled: true, ...wanted })).openLines;
    expect([await openLines({}), await openLines({ openLines: true }), await openLines({})]).toEqual([
      false,
      true,
      true,
    ]);
    const before = traceOf(store.db);
    expect(await openLines({ openLines: true })).toBe(true);
    expect(traceOf(store.db)).toEqual(before);
    expect(await openLines({ openLines: false })).toBe(false);
  });

  it('says plainly that its port is taken, and listens once another is chosen', async () => {
    const dataFolder = tempFolder();
    await closed((await aPosStore(dataFolder)).host);
    const other = await aBusyPort();
    const host = openPosHost(dataFolder, null);
    const store = host.openStore();
    if (!store) throw new Error('the store did not open');
    const asManager = managerAt(host, shopOf(store).managerId);
    const configure = async (port: number) => statusOf(await asManager('configure', { enabled: true, port }));
    expect(await configure(other.port)).toEqual({
      enabled: true,
      port: other.port,
      openLines: false,
      portIsFixed: false,
      state: { kind: 'port-busy', port: other.port },
    });
    await other.release();
    expect((await configure(other.port)).state).toEqual({
      kind: 'listening',
      address: `http://127.0.0.1:${other.port}/api/v1`,
    });
  });
});
