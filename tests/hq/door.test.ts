import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownHeadquarters, waitingRows } from '../../db/sync/headquarters.queries.ts';
import { revokeStore } from '../../electron/features/hub/end-device.ts';
import { isSigned } from '../../electron/features/sync/device-key.ts';
import { DoorClient, Unreachable } from '../../electron/features/sync/door-client.ts';
import { HqLink } from '../../electron/features/sync/hq-link.ts';
import { nextKey, ownKey } from '../../electron/features/sync/own-key.ts';
import { SyncDesk } from '../../electron/features/sync/sync-desk.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must } from '../fixtures/outcome.ts';
import type { Shop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { anEnrolledStore, anHq, enrolAt, type RunningHq } from './an-hq.ts';

const waiting = ({ store }: Shop) => waitingRows.get(store.db, {})?.waiting;
const rowsOf = ({ store }: Shop) => store.db.raw.prepare('SELECT last_seq FROM sync_state').pluck().get() as number;
const factsAt = ({ hub }: RunningHq) => hub.raw.prepare('SELECT count(*) FROM fact').pluck().get() as number;
const membersOf = ({ store }: Shop) => store.db.raw.prepare('SELECT count(*) FROM member').pluck().get() as number;

async function exchange(shop: Shop): Promise<void> {
  const link = new HqLink(shop.store);
  try {
    await link.exchange({ clock: () => shop.nowMs });
  } finally {
    link.close();
  }
}

describe('a store that is let in', () => {
  it('tells headquarters all it did, and hears what the others did', async () => {
    const hq = await anHq();
    const [north, south] = [await anEnrolledStore(hq, 'North'), await anEnrolledStore(hq, 'South')];
    aMember(north);
    await exchange(north);
    expect(waiting(north)).toBe(0);
    expect(factsAt(hq)).toBe(rowsOf(north));
    await exchange(south);
    expect(membersOf(south)).toBe(1);
    expect(factsAt(hq)).toBe(rowsOf(north) + rowsOf(south));
  });

  it('leaves its signature on every push, which fits what it said', async () => {
    const hq = await anHq();
    const shop = await anEnrolledStore(hq, 'North');
    await exchange(shop);
    const rows = hq.hub.raw
      .prepare('SELECT statement, signature, public_key, through_seq FROM push_evidence JOIN device USING (device_pk)')
      .all() as { statement: string; signature: Buffer; public_key: Buffer; through_seq: number }[];
    expect(rows.at(-1)?.through_seq).toBe(rowsOf(shop));
    for (const { statement, signature, public_key } of rows) {
      const key = public_key.toString('base64url');
      expect(isSigned(key, statement, signature.toString('base64url'))).toBe(true);
      expect(isSigned(key, statement.replace('"to":', '"to":1'), signature.toString('base64url'))).toBe(false);
      const said = JSON.parse(statement.split('\n').at(-1) ?? '') as { endChain: string; to: number };
      const chain = hq.hub.raw.prepare('SELECT hex(chain) FROM fact WHERE seq = ?').pluck().get(said.to) as string;
      expect(said.endChain).toBe(chain.toLowerCase());
    }
  });

  it('is known by another key once it was changed, and by the old one no longer', async () => {
    const hq = await anHq();
    const shop = await anEnrolledStore(hq, 'North');
    const before = ownKey(shop.store, there(ownHeadquarters.get(shop.store.db, {})));
    const link = new HqLink(shop.store);
    await link.rotateKey();
    await link.exchange({ clock: () => shop.nowMs });
    link.close();
    expect(waiting(shop)).toBe(0);
    const old = new DoorClient(hq.address, () => true);
    await expect(old.begin(there(before))).rejects.toMatchObject({ reason: 'device-revoked' });
    old.close();
  });

  it('goes on by the new key where the answer to the change was lost', async () => {
    const hq = await anHq();
    const shop = await anEnrolledStore(hq, 'North');
    const enrolment = there(ownHeadquarters.get(shop.store.db, {}));
    const link = new HqLink(shop.store);
    await link.rotateKey();
    link.close();
    // As if the store had not heard it: the old key is its own again, the new one is next.
    shop.store.db.raw
      .prepare(
        `UPDATE headquarters SET next_public_key = public_key, next_sealed_key = sealed_key, public_key = ?, sealed_key = ?`,
      )
      .run(enrolment.publicKey, enrolment.sealedKey);
    await exchange(shop);
    const now = there(ownHeadquarters.get(shop.store.db, {}));
    expect(now.publicKey).not.toBe(enrolment.publicKey);
    expect(nextKey(shop.store, now)).toBeNull();
  });

  it('that was revoked is heard no longer, and is let in again as itself, by a new code', async () => {
    const hq = await anHq();
    const shop = await anEnrolledStore(hq, 'North');
    await exchange(shop);
    aMember(shop);
    revokeStore(hq.hub, 'North', hq.nowMs);
    await expect(exchange(shop)).rejects.toMatchObject({ reason: 'device-revoked' });
    expect(factsAt(hq)).toBeLessThan(rowsOf(shop));
    must(await enrolAt(hq, shop, hq.codeFor('North')));
    await exchange(shop);
    expect(factsAt(hq)).toBe(rowsOf(shop));
    // Its epoch was fenced meanwhile, so a person looks at it.
    expect(hq.hub.raw.prepare('SELECT what FROM review').pluck().all()).toEqual(['clone']);
  });

  it('finds headquarters again after that was started anew', async () => {
    const first = await anHq();
    const shop = await anEnrolledStore(first, 'North');
    const link = new HqLink(shop.store);
    await link.exchange({ clock: () => shop.nowMs });
    await first.close();
    aMember(shop);
    await expect(link.exchange({ clock: () => shop.nowMs })).rejects.toBeInstanceOf(Unreachable);
    const again = await anHq({ folder: first.folder, port: first.port });
    expect(again.pin).toEqual(first.pin);
    await link.exchange({ clock: () => shop.nowMs });
    link.close();
    expect(factsAt(again)).toBe(rowsOf(shop));
  });
});

const bytesOf = (folder: string) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => fs.statSync(file).isFile())
    .map((file) => fs.readFileSync(file, 'latin1'))
    .join('');

describe('a fleet’s own certificate', () => {
  it('is shown in the place of one of our own, and its key is what stores pin', async () => {
    const other = await anHq();
    const certificate = {
      cert: path.join(other.folder, 'authority.pem'),
      key: path.join(other.folder, 'authority-key.pem'),
    };
    const hq = await anHq({ certificate });
    expect(hq.pin).toEqual(other.pin);
    expect(fs.existsSync(path.join(hq.folder, 'authority.pem'))).toBe(false);
    const shop = await anEnrolledStore(hq, 'North');
    await exchange(shop);
    expect(factsAt(hq)).toBe(rowsOf(shop));
    const foreign = { cert: certificate.cert, key: path.join((await anHq()).folder, 'authority-key.pem') };
    await expect(anHq({ certificate: foreign })).rejects.toThrow('is not the key of');
  });
});

describe('enrolment', () => {
  it('is refused with a code that was used, expired or never made', async () => {
    const hq = await anHq();
    const code = hq.codeFor('North');
    must(await enrolAt(hq, aStore(), code));
    expect(await enrolAt(hq, aStore(), code)).toMatchObject({ reason: 'hq-code-refused' });
    const late = hq.codeFor('South');
    hq.nowMs += 15 * 60_000 + 1;
    expect(await enrolAt(hq, aStore(), late)).toMatchObject({ reason: 'hq-code-expired' });
    const another = await anHq({ folder: tempFolder() });
    const foreign = another.codeFor('North');
    expect(await enrolAt(hq, aStore(), foreign)).toMatchObject({ reason: 'hq-is-another' });
    expect(await enrolAt(hq, aStore(), `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`)).toMatchObject({
      reason: 'hq-code-mistyped',
    });
  });

  it('takes no store under another name, and no name for another store', async () => {
    const hq = await anHq();
    const north = await anEnrolledStore(hq, 'North');
    expect(await enrolAt(hq, north, hq.codeFor('Elsewhere'))).toMatchObject({ reason: 'hq-store-known' });
    expect(await enrolAt(hq, aStore(), hq.codeFor('north'))).toMatchObject({ reason: 'hq-other-store' });
    // Two codes for one new name: whoever comes second is another store.
    const [one, other] = [hq.codeFor('East'), hq.codeFor('East')];
    must(await enrolAt(hq, aStore(), one));
    expect(await enrolAt(hq, aStore(), other)).toMatchObject({ reason: 'hq-other-store' });
  });

  it('says what is at the address where that is no headquarters', async () => {
    const hq = await anHq();
    const shop = aStore();
    const code = hq.codeFor('North');
    expect(await enrolAt(hq, shop, code, 'no address at all')).toMatchObject({ reason: 'hq-address-bad' });
    expect(await enrolAt(hq, shop, code, '127.0.0.1:1')).toMatchObject({ reason: 'hq-unreachable' });
    expect(waiting(shop)).toBe(rowsOf(shop));
    must(await enrolAt(hq, shop, code));
  });

  it('keeps the private key sealed, the code hashed and the authority’s key to its owner', async () => {
    const hq = await anHq();
    const code = hq.codeFor('North');
    const shop = aStore();
    must(await enrolAt(hq, shop, code));
    const own = there(ownHeadquarters.get(shop.store.db, {}));
    const key = there(ownKey(shop.store, own));
    const secret = code.replaceAll('-', '').slice(0, 16);
    expect(bytesOf(hq.folder)).not.toContain(secret);
    expect(bytesOf(path.dirname(shop.file))).not.toContain(secret);
    expect(bytesOf(path.dirname(shop.file))).not.toContain(key.privateKey);
    expect(fs.statSync(path.join(hq.folder, 'authority-key.pem')).mode & 0o077).toBe(0);
    expect(fs.readFileSync(path.join(hq.folder, 'logs/regulars.log'), 'utf8')).not.toMatch(/North|127\.0\.0\.1/);
  });
});

describe('the desk that talks to headquarters', () => {
  it('asks again later and later where nobody answers, and at once when somebody asks', async () => {
    const hq = await anHq();
    const shop = await anEnrolledStore(hq, 'North');
    let upMs = 0;
    const told: string[] = [];
    const desk = new SyncDesk({
      store: shop.store,
      clock: () => shop.nowMs,
      publish: (topics) => told.push(...topics),
      uptime: () => upMs,
      random: () => 0.5,
    });
    await hq.close();
    const tries: number[] = [];
    for (; upMs < 700_000; upMs += 1000) {
      const before = told.length;
      await desk.wake();
      if (told.length > before) tries.push(upMs / 1000);
    }
    expect(tries).toEqual([0, 5, 15, 35, 75, 155, 315, 615]);
    expect(desk.status()).toMatchObject({ trouble: 'hq-unreachable', waitingRows: rowsOf(shop), isRunning: false });
    await anHq({ folder: hq.folder, port: hq.port });
    must(await desk.now());
    expect(desk.status()).toMatchObject({ trouble: null, waitingRows: 0, exchangedAtMs: shop.nowMs });
    // From now on every minute, and where there is news at once.
    const quiet = told.length;
    await desk.wake();
    expect(told.length).toBe(quiet);
    aMember(shop);
    await desk.wake();
    expect(desk.status().waitingRows).toBe(0);
    desk.halt();
  });
});

function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing there');
  return value;
}
