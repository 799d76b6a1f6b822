import type Sqlite from 'better-sqlite3';
import type { Codecs, SqlValue, ValuesOf } from './codec.ts';
import type { ReadDb, WriteDb } from './connection.ts';

/** Whose schema a statement is made for: a store's, headquarters', or that of the file in which an import is checked. */
export type Schema = 'store' | 'hub' | 'staged-import';

interface Definition<P extends Codecs, R extends Codecs> {
  readonly name: string;
  readonly schema?: Schema;
  readonly sql: string;
  readonly params: P;
  readonly row: R;
}

interface Registered {
  readonly name: string;
  readonly schema: Schema;
  /** As it is prepared. */
  readonly sql: string;
  readonly params: Codecs;
  /** Null for a statement that only writes. */
  readonly row: Codecs | null;
}

const registry = new Map<string, Registered>();

/** Every statement for a schema, for the test that prepares them all against it. */
export const registeredQueries = (schema: Schema): readonly Registered[] =>
  [...registry.values()].filter((query) => query.schema === schema);

let checking = false;
/** Tests switch this on: every row that is read is held against its declared columns. */
export const checkRows = (on: boolean): void => {
  checking = on;
};

function register(query: Registered): void {
  if (registry.has(query.name)) throw new Error(`query ${query.name} is defined twice`);
  registry.set(query.name, query);
}

/**
 * A unary plus before each parameter hides its value from the planner. better-sqlite3 is built with STAT4, under which
 * SQLite plans a statement anew whenever a bound value that it looked at changes: a join by key took 8 µs instead of
 * 0.7. Hidden, a statement keeps the plan that the tests have seen.
 */
const withStablePlan = (sql: string): string => sql.replaceAll(PARAMETER, '+@$1');
const PARAMETER = /@([a-z]\w*)/gi;

/** A statement as it is prepared: by position, since to look each parameter up by its name costs a quarter of a short write. */
interface Positional {
  readonly name: string;
  readonly sql: string;
  /** The parameter at each position; one that is used twice is bound twice. */
  readonly order: readonly string[];
}

const byPosition = (name: string, sql: string): Positional => ({
  name,
  sql: sql.replaceAll(PARAMETER, '?'),
  order: Array.from(sql.matchAll(PARAMETER), ([, parameter]) => parameter ?? ''),
});

function prepared(db: ReadDb, { name, sql }: Positional): Sqlite.Statement {
  const known = db.statements.get(name);
  if (known) return known;
  const statement = db.raw.prepare(sql);
  db.statements.set(name, statement);
  return statement;
}

function encode<P extends Codecs>({ order }: Positional, codecs: P, values: ValuesOf<P>): SqlValue[] {
  const encoded: SqlValue[] = [];
  for (const name of order) encoded.push((codecs[name] as Codecs[string]).encode(values[name as keyof ValuesOf<P>]));
  return encoded;
}

export interface Query<P extends Codecs, R extends Codecs> {
  readonly name: string;
  all(db: ReadDb, params: ValuesOf<P>): ValuesOf<R>[];
  get(db: ReadDb, params: ValuesOf<P>): ValuesOf<R> | undefined;
  iterate(db: ReadDb, params: ValuesOf<P>): IterableIterator<ValuesOf<R>>;
}

/** One read, with named parameters and declared columns. A statement that would write is refused when it is prepared. */
export function defineQuery<P extends Codecs, R extends Codecs>(definition: Definition<P, R>): Query<P, R> {
  const { name, schema = 'store', params, row } = definition;
  const sql = withStablePlan(definition.sql);
  register({ name, schema, sql, params, row });
  const positional = byPosition(name, sql);
  return queryOf(definition, positional, (db) => prepared(db, positional));
}

/** A read that is put together while the program runs: it is prepared for whoever uses it and forgotten with them. */
export function passingQuery<P extends Codecs, R extends Codecs>(definition: Definition<P, R>): Query<P, R> {
  const positional = byPosition(definition.name, withStablePlan(definition.sql));
  let known: { readonly db: ReadDb; readonly statement: Sqlite.Statement } | null = null;
  return queryOf(definition, positional, (db) => {
    if (known?.db !== db) known = { db, statement: db.raw.prepare(positional.sql) };
    return known.statement;
  });
}

function queryOf<P extends Codecs, R extends Codecs>(
  { name, params, row }: Definition<P, R>,
  positional: Positional,
  prepare: (db: ReadDb) => Sqlite.Statement,
): Query<P, R> {
  const columns = Object.entries(row);
  const decode = (stored: unknown): ValuesOf<R> => {
    const raw = stored as Record<string, SqlValue>;
    const decoded: Record<string, unknown> = {};
    for (const [column, codec] of columns) {
      const value = raw[column] as SqlValue;
      if (checking && !codec.fits(value)) throw new Error(`query ${name}: column ${column} does not fit`);
      decoded[column] = codec.decode(value);
    }
    return decoded as ValuesOf<R>;
  };
  const statement = (db: ReadDb): Sqlite.Statement => {
    const found = prepare(db);
    if (!found.readonly) throw new Error(`query ${name} writes`);
    return found;
  };
  return {
    name,
    all: (db, values) =>
      statement(db)
        .all(encode(positional, params, values))
        .map(decode),
    get: (db, values) => {
      const found = statement(db).get(encode(positional, params, values));
      return found === undefined ? undefined : decode(found);
    },
    *iterate(db, values) {
      for (const found of statement(db).iterate(encode(positional, params, values))) yield decode(found);
    },
  };
}

export interface Write<P extends Codecs> {
  readonly name: string;
  /** Returns how many rows it touched. */
  run(db: WriteDb, params: ValuesOf<P>): number;
  /** For an insert of one row: returns its integer key. */
  insert(db: WriteDb, params: ValuesOf<P>): number;
}

/** One write, for use inside a transaction. */
export function defineWrite<P extends Codecs>(definition: Omit<Definition<P, Codecs>, 'row'>): Write<P> {
  const { name, schema = 'store', params } = definition;
  const sql = withStablePlan(definition.sql);
  register({ name, schema, sql, params, row: null });
  const positional = byPosition(name, sql);
  const result = (db: WriteDb, values: ValuesOf<P>) => prepared(db, positional).run(encode(positional, params, values));
  return {
    name,
    run: (db, values) => result(db, values).changes,
    insert: (db, values) => Number(result(db, values).lastInsertRowid),
  };
}
