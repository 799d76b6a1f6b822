import { describe, expect, it } from 'vitest';
import { aStore } from '../fixtures/a-store.ts';
import { allQueries } from '../fixtures/all-queries.ts';

const { store } = aStore();
const queries = await allQueries();
const parametersIn = (sql: string) => new Set(sql.match(/(?<=@)\w+/g));

describe('every statement of the program', () => {
  it('is here', () => expect(queries.length).toBeGreaterThan(80));

  it.each(queries.map((query) => [query.name, query] as const))('%s fits the schema', (_, { sql, params, row }) => {
    const statement = store.db.raw.prepare(sql);
    expect(parametersIn(sql)).toEqual(new Set(Object.keys(params)));
    expect(statement.readonly).toBe(row !== null);
    if (row) expect(statement.columns().map(({ name }) => name)).toEqual(Object.keys(row));
  });
});
