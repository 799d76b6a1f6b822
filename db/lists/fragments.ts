import { addDays } from '../../shared/kernel/instant.ts';
import type { Condition } from '../../shared/lists/conditions.ts';
import { type Codecs, integer, text } from '../kernel/codec.ts';
import { type Clause, clause, type Fragment } from '../kernel/define-filtered.ts';

/** A kind of condition over one column: its SQL texts, and the clause that a condition comes to. */
export interface FieldSql {
  readonly fragments: Readonly<Record<string, Fragment>>;
  readonly clauseOf: (condition: Condition, today: string) => Clause;
}

/** A condition that does not belong to its field gets past no door. */
export const notOf = (condition: Condition): never => {
  throw new TypeError(`${condition.field} cannot be asked ${condition.is}`);
};

/** One of some values. `among` turns the bound JSON list into what the column holds. */
export function choiceSql(column: string, among = 'SELECT value FROM json_each(@values)'): FieldSql {
  const params = { values: text };
  const fragments = {
    'any-of': { sql: `${column} IN (${among})`, params },
    'none-of': { sql: `${column} IS NULL OR ${column} NOT IN (${among})`, params },
  };
  return {
    fragments,
    clauseOf: (condition) =>
      condition.is === 'any-of' || condition.is === 'none-of'
        ? clause(fragments[condition.is], { values: JSON.stringify(condition.values) })
        : notOf(condition),
  };
}

/** A number that depends on the day: what its SQL takes beside the number it is compared with. */
interface DependsOnDay {
  readonly params: Codecs;
  readonly valuesOn: (today: string) => Readonly<Record<string, unknown>>;
  readonly isBeside?: boolean;
}
const ON_ANY_DAY: DependsOnDay = { params: {}, valuesOn: () => ({}) };

export function amountSql(column: string, { params, valuesOn, isBeside = false } = ON_ANY_DAY): FieldSql {
  const fragment = <P extends Codecs>(sql: string, own: P) => ({ sql, params: { ...params, ...own }, isBeside });
  const fragments = {
    'at-least': fragment(`${column} >= @value`, { value: integer }),
    'at-most': fragment(`${column} <= @value`, { value: integer }),
    'from-to': fragment(`${column} BETWEEN @from AND @to`, { from: integer, to: integer }),
  };
  return {
    fragments,
    clauseOf: (condition, today) =>
      condition.is === 'at-least' || condition.is === 'at-most' || condition.is === 'from-to'
        ? { fragment: fragments[condition.is], values: { ...valuesOn(today), ...condition } }
        : notOf(condition),
  };
}

/** A day, in whatever unit the column counts: `startOf` gives the first value of a calendar date. 0 is no day at all. */
export function daySql(column: string, startOf: (date: string) => number): FieldSql {
  const fragments = {
    before: { sql: `${column} < @end AND ${column} <> 0`, params: { end: integer } },
    since: { sql: `${column} >= @start`, params: { start: integer } },
    between: { sql: `${column} >= @start AND ${column} < @end`, params: { start: integer, end: integer } },
    never: { sql: `${column} = 0`, params: {} },
  };
  return {
    fragments,
    clauseOf: (condition, today) => {
      switch (condition.is) {
        case 'more-than-days-ago':
          return clause(fragments.before, { end: startOf(addDays(today, -condition.days)) });
        case 'within-days':
          return clause(fragments.since, { start: startOf(addDays(today, -condition.days)) });
        case 'between':
          return clause(fragments.between, { start: startOf(condition.from), end: startOf(addDays(condition.to, 1)) });
        case 'never':
          return clause(fragments.never, {});
        default:
          return notOf(condition);
      }
    },
  };
}

/** Holds or does not. */
export function flagSql(holds: string): FieldSql {
  const fragments = { yes: { sql: holds, params: {} }, no: { sql: `NOT (${holds})`, params: {} } };
  return {
    fragments,
    clauseOf: (condition) =>
      condition.is === 'yes' || condition.is === 'no' ? clause(fragments[condition.is], {}) : notOf(condition),
  };
}

/** All texts of some fields, by names such as `tier any-of`. */
export const fragmentsOf = (fields: Readonly<Record<string, FieldSql>>): Record<string, Fragment> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, { fragments }]) =>
      Object.entries(fragments).map(([is, fragment]) => [`${field} ${is}`, fragment] as const),
    ),
  );
