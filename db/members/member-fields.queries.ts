import { CUSTOM_KINDS, memberFieldFact } from '../../shared/members/custom-fields.ts';
import { flag, id, integer, json, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

/** Every field that was ever defined, in the order in which they are shown. */
export const memberFields = defineQuery({
  name: 'member-fields.all',
  sql: `SELECT id AS fieldId, owner, version, name, kind, options, required, position, retired
        FROM member_field ORDER BY position, field_pk`,
  params: {},
  row: {
    fieldId: id('member-field'),
    owner: text,
    version: integer,
    name: text,
    kind: oneOf(CUSTOM_KINDS),
    options: json(memberFieldFact.shape.options),
    required: flag,
    position: integer,
    retired: flag,
  },
});
