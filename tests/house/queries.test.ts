import { describe, expect, it } from 'vitest';
import { aStore } from '../fixtures/a-store.ts';
import { allQueries } from '../fixtures/all-queries.ts';

const { raw } = aStore().store.db;
const queries = await allQueries();
const parametersIn = (sql: string) => new Set(sql.match(/(?<=@)\w+/g));
const columnsOf = (sql: string) =>
  raw
    .prepare(sql)
    .columns()
    .map(({ name }) => name);

describe('every statement of the program', () => {
  it('is here', () => expect(queries.length).toBeGreaterThan(80));

  it.each(queries.map((query) => [query.name, query] as const))('%s fits the schema', (_, { sql, params, row }) => {
    expect(parametersIn(sql)).toEqual(new Set(Object.keys(params)));
    expect(raw.prepare(sql).readonly).toBe(row !== null);
    expect(row && columnsOf(sql)).toEqual(row && Object.keys(row));
  });
});
