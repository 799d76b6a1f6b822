import { z } from 'zod';
import { mergedField } from '../../shared/members/member.facts.ts';
import { id, integer, json, nullable, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON } from './same-person.ts';

const ROW = `SELECT merge_id AS mergeId, joined.id AS memberId, canonical.id AS canonicalId, member_alias.at_ms AS atMs, staff.name AS staffName,
          fields, replaced, undone_at_ms AS undoneAtMs, member_identity.name, member_identity.phone
        FROM member_alias JOIN member AS joined ON joined.member_pk = member_alias.member_pk
        JOIN member AS canonical ON canonical.member_pk = member_alias.canonical_pk
        LEFT JOIN member_identity ON member_identity.member_pk = member_alias.member_pk
        LEFT JOIN staff ON staff.staff_pk = member_alias.staff_pk`;
const row = {
  mergeId: id('merge'),
  memberId: id('member'),
  canonicalId: id('member'),
  atMs: integer,
  staffName: nullable(text),
  fields: json(z.array(mergedField)),
  /** Values before and after, as JSON; see `Replaced`. */
  replaced: nullable(text),
  undoneAtMs: nullable(integer),
  /** Of the id that was joined. */
  name: nullable(text),
  phone: nullable(text),
};

/** The ids that one merge joined to another. */
export const mergeById = defineQuery({
  name: 'member-aliases.of-merge',
  sql: `${ROW} WHERE merge_id = @mergeId ORDER BY alias_pk`,
  params: { mergeId: id('merge') },
  row,
});

/** The merges that made one person of the ids that stand for a member, newest first. */
export const mergesOfMember = defineQuery({
  name: 'member-aliases.of-person',
  sql: `${ROW} WHERE member_alias.member_pk IN ${SAME_PERSON} AND undone_at_ms IS NULL ORDER BY alias_pk DESC`,
  params: { memberId: id('member') },
  row,
});
