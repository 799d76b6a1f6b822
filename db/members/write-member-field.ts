import { CUSTOM_KINDS, type MemberFieldFact } from '../../shared/members/custom-fields.ts';
import { flag, id, integer, oneOf, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

const putField = defineWrite({
  name: 'member-fields.put',
  sql: `INSERT INTO member_field (id, owner, version, name, kind, options, required, position, retired)
        VALUES (@id, @owner, @version, @name, @kind, @options, @required, @position, @retired)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, options = excluded.options,
          required = excluded.required, position = excluded.position, retired = excluded.retired
        WHERE excluded.version > member_field.version`,
  params: {
    id: id('member-field'),
    owner: text,
    version: integer,
    name: text,
    kind: oneOf(CUSTOM_KINDS),
    options: text,
    required: flag,
    position: integer,
    retired: flag,
  },
});

/** Puts a definition in force, unless a later version of it is here. What it holds never changes. */
export const writeMemberField = (db: WriteDb, fact: MemberFieldFact): void =>
  void putField.run(db, { ...fact, options: JSON.stringify(fact.options) });
