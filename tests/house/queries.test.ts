import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { STAGED_SCHEMA } from '../../db/imports/open-staged-import.ts';
import { migrate } from '../../db/kernel/migrate.ts';
import { HQ_MIGRATIONS } from '../../db/migrations/hq/index.ts';
import { aStore } from '../fixtures/a-store.ts';
import { allQueries } from '../fixtures/all-queries.ts';

const staged = new Sqlite(':memory:');
staged.exec(STAGED_SCHEMA);
const hub = new Sqlite(':memory:');
migrate({ raw: hub, statements: new Map() }, HQ_MIGRATIONS);
const DATABASES = { store: aStore().store.db.raw, hub, 'staged-import': staged } as const;
const queries = [...(await allQueries('store')), ...(await allQueries('hub')), ...(await allQueries('staged-import'))];
const parametersIn = (sql: string) => new Set(sql.match(/(?<=@)\w+/g));

describe('every statement of the program', () => {
  it('is here', () => expect(queries.length).toBeGreaterThan(80));

  it.each(queries.map((query) => [query.name, query] as const))('%s fits its schema', (_, query) => {
    const statement = DATABASES[query.schema].prepare(query.sql);
    expect(parametersIn(query.sql)).toEqual(new Set(Object.keys(query.params)));
    expect(statement.readonly).toBe(query.row !== null);
    expect(query.row && statement.columns().map(({ name }) => name)).toEqual(query.row && Object.keys(query.row));
  });
});
