import { type Codecs, id, integer, nullable, text, type ValuesOf } from './codec.ts';
import type { WriteDb } from './connection.ts';
import { defineWrite } from './define-query.ts';

interface Versioned<N extends string, C extends Codecs, V extends Codecs> {
  /** What statements are called after: "offers". */
  readonly name: string;
  /** What an id names; its table is called alike: "coupon-kind" lies in coupon_kind. */
  readonly noun: N;
  readonly key: string;
  /** Of the version in force, for which rows are looked for; a column is named as its value is. */
  readonly columns: C;
  /** Of every version. */
  readonly version: V;
}

const stamp = { atMs: integer, staffId: nullable(id('staff')) };
const ownerAndVersion = { owner: text, version: integer };

/**
 * A row with an owner, of which every version is kept: the newest in the table of the noun, each in `<table>_version`.
 * Versions may arrive in any order and more than once.
 */
export function defineVersioned<N extends string, C extends Codecs, V extends Codecs>(terms: Versioned<N, C, V>) {
  const { name, noun, key } = terms;
  const table = noun.replaceAll('-', '_');
  const of = { id: id(noun) };
  const inForce = Object.keys(terms.columns);
  const put = defineWrite({
    name: `${name}.put`,
    sql: `INSERT INTO ${table} (id, owner, version, ${inForce.map(columnOf).join(', ')})
          VALUES (@id, @owner, @version, ${inForce.map((value) => `@${value}`).join(', ')})
          ON CONFLICT (id) DO UPDATE
          SET ${['version', ...inForce].map((value) => `${columnOf(value)} = excluded.${columnOf(value)}`).join(', ')}
          WHERE excluded.version > ${table}.version`,
    params: { ...of, ...ownerAndVersion, ...terms.columns },
  });
  const kept = Object.keys(terms.version);
  const putVersion = defineWrite({
    name: `${name}.put-version`,
    sql: `INSERT INTO ${table}_version (${key}, version, ${kept.map(columnOf).join(', ')}, at_ms, staff_pk)
          VALUES ((SELECT ${key} FROM ${table} WHERE id = @id), @version, ${kept.map((value) => `@${value}`).join(', ')}, @atMs,
            (SELECT staff_pk FROM staff WHERE id = @staffId))
          ON CONFLICT (${key}, version) DO NOTHING`,
    params: { ...of, version: integer, ...terms.version, ...stamp },
  });
  type Values = ValuesOf<typeof of & typeof ownerAndVersion & typeof stamp & C & V>;
  return (db: WriteDb, values: Values): void => {
    put.run(db, values as Parameters<typeof put.run>[1]);
    putVersion.run(db, values as Parameters<typeof putVersion.run>[1]);
  };
}

/** `lastDate` lies in last_date. */
const columnOf = (value: string): string => value.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
