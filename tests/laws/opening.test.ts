import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { assertDurable, connect } from '../../db/kernel/connection.ts';
import { migrate } from '../../db/kernel/migrate.ts';
import { openStoreDatabase } from '../../db/kernel/open-store-database.ts';
import { STORE_MIGRATIONS } from '../../db/migrations/store/index.ts';
import type { AppHost } from '../../electron/api/app-host.ts';
import { openAppHost } from '../../electron/api/open-app-host.ts';
import { createStore } from '../../electron/features/stores/create-store.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { rowsOf, tableNames } from '../fixtures/rows.ts';
import { sell } from '../fixtures/sell.ts';
import { makeShop, NEW_STORE } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws } from './expect-laws.ts';

const OPENING = path.join(import.meta.dirname, '../fixtures/opening-process.ts');
const NEWEST = STORE_MIGRATIONS.at(-1)?.version ?? 0;

const hosts: AppHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
});

/** The program's state after opening a folder: 'open', 'first-run', or why it was refused. */
function stateOf(folder: string): string {
  const host = openAppHost({ kind: 'browser', version: 'test', dataFolder: folder });
  hosts.push(host);
  const { state } = host.status();
  return state.kind === 'refused' ? state.reason : state.kind;
}

/** A folder with a store in which something was sold. Nobody has it open. */
function aClosedStore(): { folder: string; file: string } {
  const folder = tempFolder();
  const file = path.join(folder, 'store.db');
  const shop = makeShop(file);
  const product = aProduct(shop);
  for (let index = 0; index < 40; index += 1) sell(shop, { member: aMember(shop), products: [product] });
  shop.store.db.close();
  return { folder, file };
}

/** The bytes of every file in a folder but the lock, which every program makes that looks. */
const bytesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.endsWith('.lock') && statSync(path.join(folder, name)).isFile())
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  );

function altered(file: string, sql: string): void {
  const raw = new Sqlite(file);
  raw.exec(sql);
  raw.close();
}

describe('what is committed', () => {
  it('is synced to the disk: FULL and WAL hold after a write and after reopening', () => {
    const { file } = aClosedStore();
    const db = must(openStoreDatabase(file));
    const settings = () => [
      db.raw.pragma('journal_mode', { simple: true }),
      db.raw.pragma('synchronous', { simple: true }),
    ];
    db.raw.exec('UPDATE store SET version = version + 1');
    expect(settings()).toEqual(['wal', 2]);
    expect(() => assertDurable(db)).not.toThrow();
    db.close();
    const again = must(openStoreDatabase(file));
    expect(() => assertDurable(again)).not.toThrow();
    again.close();
  });

  it('is not synced by a build with NORMAL, and such a build does not open', () => {
    const { file } = aClosedStore();
    expect(() => openStoreDatabase(file, { synchronous: 'NORMAL' })).toThrow('not durable');
    expect(reasonOf(openStoreDatabase(file))).toBe('done');
  });
});

describe('a file that is no store of ours', () => {
  it('of a newer program is refused, and not a byte of it is touched', () => {
    const { folder, file } = aClosedStore();
    altered(file, `PRAGMA user_version = ${NEWEST + 10}`);
    const before = bytesIn(folder);
    expect(stateOf(folder)).toBe('newer-database');
    expect(bytesIn(folder)).toEqual(before);
  });

  it('of a newer program that was killed is refused too, with its log untouched', () => {
    const { file } = aClosedStore();
    const newer = connect(file);
    newer.raw.pragma(`user_version = ${NEWEST + 10}`);
    const copy = tempFolder();
    for (const suffix of ['', '-wal']) copyFileSync(`${file}${suffix}`, path.join(copy, `store.db${suffix}`));
    newer.raw.close();
    const before = bytesIn(copy);
    expect(stateOf(copy)).toBe('newer-database');
    expect(bytesIn(copy)).toMatchObject(before);
  });

  it('but of another program is refused untouched', () => {
    const folder = tempFolder();
    altered(path.join(folder, 'store.db'), 'CREATE TABLE bookmarks (url TEXT)');
    const before = bytesIn(folder);
    expect(stateOf(folder)).toBe('not-a-store');
    expect(bytesIn(folder)).toEqual(before);
  });

  it.each([
    ['a text', 'Dear diary, '.repeat(1000)],
    ['a short text', 'x'],
    ['zeros', '\0'.repeat(8192)],
  ])('but %s is refused untouched', (_, content) => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'store.db'), content);
    const before = bytesIn(folder);
    expect(stateOf(folder)).toBe('not-a-store');
    expect(bytesIn(folder)).toEqual(before);
  });

  it('but a folder is refused', () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, 'store.db'));
    expect(stateOf(folder)).toBe('unreadable');
  });
});

describe('a damaged file', () => {
  it.each([0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])('cut to %s of its length is refused as damaged', (share) => {
    const { folder, file } = aClosedStore();
    truncateSync(file, Math.floor(statSync(file).size * share));
    expect(stateOf(folder)).toBe('damaged');
  });

  it('whose first page is overwritten behind its header is refused as damaged', () => {
    const { folder, file } = aClosedStore();
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(3996, 0x5a), bytes.subarray(4096)]));
    expect(stateOf(folder)).toBe('damaged');
  });

  it('is refused or opened, but stops no program, wherever a page of it is overwritten', () => {
    const { file } = aClosedStore();
    const bytes = readFileSync(file);
    for (let page = 1; page < bytes.length / 4096; page += 1) {
      const folder = tempFolder();
      const spoilt = Buffer.from(bytes);
      spoilt.fill(0x5a, page * 4096, (page + 1) * 4096);
      writeFileSync(path.join(folder, 'store.db'), spoilt);
      expect(['damaged', 'open']).toContain(stateOf(folder));
    }
  });
});

describe('a store that is open', () => {
  it('is refused to a second program, until the first one is killed', async () => {
    const { folder } = aClosedStore();
    const first = spawn(process.execPath, [OPENING, folder, 'hold']);
    await new Promise((resolve) => first.stdout.once('data', resolve));
    expect(stateOf(folder)).toBe('in-use');
    const gone = new Promise((resolve) => first.once('exit', resolve));
    first.kill('SIGKILL');
    await gone;
    expect(stateOf(folder)).toBe('open');
  });

  it('is refused to a second window of the same program', () => {
    const { folder } = aClosedStore();
    expect([stateOf(folder), stateOf(folder)]).toEqual(['open', 'in-use']);
  });
});

describe('a folder that may only be read', () => {
  const NOBODY = 65_534;
  const isRoot = process.getuid?.() === 0;
  /** Opens as somebody whom the system stops; root is stopped by nothing. */
  async function openAsReader(folder: string): Promise<unknown> {
    for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    if (isRoot) chownSync(folder, 0, 0);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [OPENING, folder],
      isRoot ? { uid: NOBODY, gid: NOBODY } : {},
    );
    chmodSync(folder, 0o755);
    return JSON.parse(stdout);
  }

  it('and holds a store is unreadable', async () => {
    const { folder } = aClosedStore();
    expect(await openAsReader(folder)).toEqual({ state: 'refused', reason: 'unreadable', made: null });
  });

  it('and is empty takes no store, and says so', async () => {
    const folder = tempFolder();
    const { made } = (await openAsReader(folder)) as { made: { reason: string } };
    expect(made.reason).toBe('folder-not-writable');
    expect(readdirSync(folder)).toEqual([]);
  });
});

const next = (sql: string, step = 10) => ({ version: NEWEST + step, name: `next-${step}`, sql });
const contentOf = (file: string) => {
  const db = connect(file, { readonly: true });
  const content = Object.fromEntries(tableNames(db).map((table) => [table, rowsOf(db, table)]));
  const version = db.raw.pragma('user_version', { simple: true });
  db.raw.close();
  return { content, version };
};

describe('a migration', () => {
  it('copies the store first', () => {
    const { file } = aClosedStore();
    const before = contentOf(file);
    const db = must(
      openStoreDatabase(file, { migrations: [...STORE_MIGRATIONS, next('CREATE TABLE later (x INTEGER) STRICT')] }),
    );
    expect(tableNames(db)).toContain('later');
    expect(contentOf(db.backup ?? '')).toEqual(before);
    const copy = new Sqlite(db.backup ?? '', { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
    db.close();
    expect(reasonOf(openStoreDatabase(file))).toBe('newer-database');
  });

  it.each([
    ['has an error in its SQL', 'CREATE TABLE later (x INTEGER) STRICT; CREATE TABLE oops ('],
    ['breaks a reference', 'PRAGMA defer_foreign_keys = ON; DELETE FROM product'],
    ['divides by what is not there', 'UPDATE member SET tier = (SELECT tier FROM nowhere)'],
  ])('that %s leaves the store as it was, with the ones before it', (_, sql) => {
    const { file } = aClosedStore();
    const before = contentOf(file);
    const migrations = [...STORE_MIGRATIONS, next('CREATE TABLE first (x INTEGER) STRICT'), next(sql, 20)];
    expect(reasonOf(openStoreDatabase(file, { migrations }))).toBe('migration-failed');
    expect(contentOf(file)).toEqual(before);
    const db = must(openStoreDatabase(file));
    expectLaws(db);
    db.close();
  });

  it('is not due when none is new, and then nothing is copied', () => {
    const { folder, file } = aClosedStore();
    const db = must(openStoreDatabase(file));
    expect(db.backup).toBeNull();
    db.close();
    expect(existsSync(path.join(folder, 'backups'))).toBe(false);
  });
});

describe('a program that was killed while it made its first store', () => {
  const BEFORE: Readonly<Record<string, (file: string) => void>> = {
    'created the file': (file) => writeFileSync(file, ''),
    'switched it to WAL': (file) => connect(file).raw.close(),
    'ran some of the migrations': (file) => {
      const db = connect(file);
      migrate(db, STORE_MIGRATIONS.slice(0, 3));
      db.raw.close();
    },
    'ran all migrations': (file) => must(openStoreDatabase(file)).close(),
  };

  it.each(Object.entries(BEFORE))('after it %s is at its first run again', (_, before) => {
    const folder = tempFolder();
    before(path.join(folder, 'store.db'));
    expect(stateOf(folder)).toBe('first-run');
    const [host] = hosts;
    const made = host?.makeStore((db) => createStore(db, NEW_STORE, Date.now(), host.ids));
    expect(made).toMatchObject({ ok: true });
    expect(host?.status().state.kind).toBe('open');
  });
});
