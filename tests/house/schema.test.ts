import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORE_MIGRATIONS } from '../../db/migrations/store/index.ts';
import { KINDS, LOCAL_TABLES } from '../../shared/sync/kinds.ts';
import { aStore } from '../fixtures/a-store.ts';
import { tableNames } from '../fixtures/rows.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { db } = aStore().store;

describe("the store's schema", () => {
  it('is what db/schema.snapshot.sql shows', () => {
    const check = spawnSync(process.execPath, ['build/schema-snapshot.ts', '--check'], { cwd: root, encoding: 'utf8' });
    expect(check.stderr + check.stdout).toBe('');
    expect(check.status).toBe(0);
  });

  it('declares every table exactly once: as a kind that is synced, or as local with its reason', () => {
    const synced = Object.values(KINDS).flatMap(({ tables }) => tables);
    expect([...synced, ...Object.keys(LOCAL_TABLES)].toSorted()).toEqual(tableNames(db));
    for (const reason of Object.values(LOCAL_TABLES)) expect(reason).not.toBe('');
  });

  it('keeps every table strict about its types', () => {
    const tables = db.raw.pragma('table_list') as { name: string; schema: string; strict: number }[];
    const lax = tables.filter(
      ({ schema, name, strict }) => schema === 'main' && !name.startsWith('sqlite_') && !strict,
    );
    expect(lax).toEqual([]);
  });

  it('holds references to what they refer to', () => {
    expect(db.raw.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.raw.pragma('foreign_key_check')).toEqual([]);
    expect(() => db.raw.exec('INSERT INTO member_summary (member_pk) VALUES (99)')).toThrow('FOREIGN KEY');
  });

  it('numbers its migrations in tens, one file each, in order', () => {
    const versions = STORE_MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.filter((version) => version % 10 !== 0)).toEqual([]);
  });
});
