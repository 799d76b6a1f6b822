import { z } from 'zod';
import { AUDIENCE_STATES, audienceTermsSchema } from '../../shared/audiences/audience.ts';
import { idOf } from '../../shared/kernel/id.ts';
import { flag, id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { IN_LIST } from '../members/in-list.ts';
import { SAME_PERSON } from '../members/same-person.ts';

const TERMS = json(audienceTermsSchema);
const STATE = oneOf(AUDIENCE_STATES);

const AUDIENCE = `SELECT audience.audience_pk AS audiencePk, audience.id AS audienceId, audience.owner, audience.version, audience.state,
          name, terms, note, at_ms AS changedAtMs
        FROM audience JOIN audience_version USING (audience_pk, version)`;
const audience = {
  audiencePk: integer,
  audienceId: id('audience'),
  owner: text,
  version: integer,
  state: STATE,
  name: text,
  terms: TERMS,
  note: text,
  changedAtMs: integer,
};

/** Those that were not removed. */
export const allAudiences = defineQuery({
  name: 'audiences.all',
  sql: `${AUDIENCE} WHERE audience.state = 'active' ORDER BY name, audience.audience_pk`,
  params: {},
  row: audience,
});

/** Also one that was removed. */
export const audienceById = defineQuery({
  name: 'audiences.by-id',
  sql: `${AUDIENCE} WHERE audience.id = @audienceId`,
  params: { audienceId: id('audience') },
  row: audience,
});

/** Every version of an audience, newest first. */
export const versionsOfAudience = defineQuery({
  name: 'audiences.versions',
  sql: `SELECT audience_version.version, audience_version.state, audience_version.name, terms, note, at_ms AS atMs, staff.name AS staffName
        FROM audience_version JOIN audience USING (audience_pk) LEFT JOIN staff USING (staff_pk)
        WHERE audience.id = @audienceId ORDER BY audience_version.version DESC`,
  params: { audienceId: id('audience') },
  row: {
    version: integer,
    state: STATE,
    name: text,
    terms: TERMS,
    note: text,
    atMs: integer,
    staffName: nullable(text),
  },
});

/** Grows with every version of any audience, in whichever program it was written: what is kept of them is stale then. */
export const newestAudienceVersion = defineQuery({
  name: 'audiences.newest-version',
  sql: 'SELECT ifnull(max(version_pk), 0) AS versionPk FROM audience_version',
  params: {},
  row: { versionPk: integer },
});

export const audienceEntryById = defineQuery({
  name: 'audiences.entry',
  sql: `SELECT audience.id AS audienceId, is_in AS isIn, member_ids AS memberIds
        FROM audience_entry JOIN audience USING (audience_pk) WHERE audience_entry.id = @entryId`,
  params: { entryId: id('audience-entry') },
  row: { audienceId: id('audience'), isIn: flag, memberIds: json(z.array(idOf('member'))) },
});

/** The lists that a person was put into, under any id. */
export const listsOfMember = defineQuery({
  name: 'audiences.lists-of-member',
  sql: `SELECT DISTINCT audience.id AS audienceId, name FROM audience_member JOIN audience USING (audience_pk)
          JOIN audience_version USING (audience_pk, version)
        WHERE audience_member.member_pk IN ${SAME_PERSON} AND is_in = 1 AND audience.state = 'active' ORDER BY name`,
  params: { memberId: id('member') },
  row: { audienceId: id('audience'), name: text },
});

/** The ids of each of these persons, by whom it stands for, and whether it is in a list. */
export const idsInList = defineQuery({
  name: 'audiences.ids-in-list',
  sql: `SELECT person.id AS memberId, one.id AS idInList FROM json_each(@pks) AS wanted
          CROSS JOIN member AS person ON person.member_pk = wanted.value
          JOIN member AS one ON one.member_pk = person.member_pk OR one.canonical_pk = person.member_pk
          JOIN audience_member ON audience_member.audience_pk = @audiencePk AND audience_member.member_pk = one.member_pk AND is_in = 1`,
  params: { pks: text, audiencePk: integer },
  row: { memberId: id('member'), idInList: id('member') },
});

/** Members that are in the list of all members, and whether each is in this one, under any id of the person. */
export const membersForList = defineQuery({
  name: 'audiences.members-for-list',
  sql: `SELECT member_summary.member_pk AS memberPk, member.id AS memberId, (${IN_LIST.sql}) AS isIn
        FROM json_each(@pks) AS wanted CROSS JOIN member_summary ON member_summary.member_pk = wanted.value
          JOIN member ON member.member_pk = member_summary.member_pk
        WHERE is_listed = 1`,
  params: { pks: text, ...IN_LIST.params },
  row: { memberPk: integer, memberId: id('member'), isIn: flag },
});
