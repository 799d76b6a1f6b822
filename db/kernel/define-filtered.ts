import type { Codecs, ValuesOf } from './codec.ts';
import { defineQuery, passingQuery, type Query } from './define-query.ts';

/** A condition in SQL, with its own parameters. */
export interface Fragment<P extends Codecs = Codecs> {
  readonly sql: string;
  readonly params: P;
}

/** A fragment with its values: one condition of a filter. */
export interface Clause {
  readonly fragment: Fragment;
  readonly values: Readonly<Record<string, unknown>>;
}

export const clause = <P extends Codecs>(fragment: Fragment<P>, values: ValuesOf<P>): Clause => ({ fragment, values });

interface FilteredDefinition<P extends Codecs, R extends Codecs> {
  readonly name: string;
  /** The statement around a condition. */
  readonly sql: (where: string) => string;
  readonly params: P;
  readonly row: R;
}

export interface FilteredQuery<P extends Codecs, R extends Codecs> {
  /** The query of those rows for which all clauses hold; use it while the question lasts. */
  where(clauses: readonly Clause[]): Query<P, R>;
}

/** The same condition may occur twice, so the parameters of each bear its number. */
const numbered = (sql: string, at: number): string => sql.replaceAll(/@(?=[a-z])/g, `@w${at}_`);

/**
 * A read whose conditions are chosen while the program runs. The statement is put together from texts that stand in the
 * program; what a person typed is only ever bound. Each fragment is registered by itself, so that the tests prepare it.
 */
export function defineFiltered<P extends Codecs, R extends Codecs>(
  { name, sql, params, row }: FilteredDefinition<P, R>,
  fragments: Readonly<Record<string, Fragment>>,
): FilteredQuery<P, R> {
  defineQuery({ name, sql: sql('1'), params, row });
  for (const [key, fragment] of Object.entries(fragments))
    defineQuery({ name: `${name}: ${key}`, sql: sql(fragment.sql), params: { ...params, ...fragment.params }, row });

  return {
    where(clauses) {
      const conditions = clauses.map(({ fragment }, at) => `(${numbered(fragment.sql, at)})`);
      const bound: Record<string, unknown> = {};
      const codecs: Record<string, Codecs[string]> = {};
      for (const [at, { fragment, values }] of clauses.entries())
        for (const [param, codec] of Object.entries(fragment.params)) {
          codecs[`w${at}_${param}`] = codec;
          bound[`w${at}_${param}`] = values[param];
        }
      const query = passingQuery({
        name,
        sql: sql(conditions.join(' AND ') || '1'),
        params: { ...params, ...codecs },
        row,
      });
      const withBound = (values: ValuesOf<P>) => ({ ...values, ...bound });
      return {
        name,
        all: (db, values) => query.all(db, withBound(values)),
        get: (db, values) => query.get(db, withBound(values)),
        iterate: (db, values) => query.iterate(db, withBound(values)),
      };
    },
  };
}
