import type { Codecs, ValuesOf } from './codec.ts';
import { defineQuery, passingQuery, type Query } from './define-query.ts';

/** A condition in SQL, with its own parameters. */
export interface Fragment<P extends Codecs = Codecs> {
  readonly sql: string;
  readonly params: P;
  /** It looks beside the table that is read, which takes some twenty times as long. */
  readonly isBeside?: boolean;
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

function together(clauses: readonly Clause[], word: 'AND' | 'OR', ofNone: string): Clause {
  const params: Record<string, Codecs[string]> = {};
  const values: Record<string, unknown> = {};
  for (const [at, { fragment, values: own }] of clauses.entries())
    for (const [param, codec] of Object.entries(fragment.params)) {
      params[`w${at}_${param}`] = codec;
      values[`w${at}_${param}`] = own[param];
    }
  const sql = clauses.map(({ fragment }, at) => `(${numbered(fragment.sql, at)})`).join(` ${word} `) || ofNone;
  return { fragment: { sql, params, isBeside: clauses.some(looksBeside) }, values };
}

/** Holds where each holds; of none, everywhere. */
export const allOf = (clauses: readonly Clause[]): Clause => together(clauses, 'AND', '1');
/** Holds where one holds at least; of none, nowhere. */
export const anyOf = (clauses: readonly Clause[]): Clause => together(clauses, 'OR', '0');
/** Holds where the other does not, also where that cannot be said. */
export const unless = ({ fragment, values }: Clause): Clause => ({
  fragment: { ...fragment, sql: `(${fragment.sql}) IS NOT TRUE` },
  values,
});
export const looksBeside = ({ fragment }: Clause): boolean => fragment.isBeside === true;

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
      const { fragment, values: bound } = allOf(clauses);
      const query = passingQuery({ name, sql: sql(fragment.sql), params: { ...params, ...fragment.params }, row });
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
