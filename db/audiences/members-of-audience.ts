import type { AudienceTerms } from '../../shared/audiences/audience.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../shared/members/profile.ts';
import { id, integer } from '../kernel/codec.ts';
import type { ReadDb } from '../kernel/connection.ts';
import { allOf, anyOf, type Clause, clause, defineFiltered, looksBeside } from '../kernel/define-filtered.ts';
import { IN_LIST } from '../members/in-list.ts';
import { MEMBER_FRAGMENTS, memberClauses } from '../members/member-conditions.ts';
import { lastMemberPk } from '../members/member-list.queries.ts';
import { audienceById } from './audiences.queries.ts';

/** When and where it is asked who is in an audience: the store's calendar date and its IANA zone. */
export interface OnDay {
  readonly today: string;
  readonly zone: string;
}

/** An audience as it is kept, or a segment as somebody is about to write it. */
export type Who = Id<'audience'> | Extract<AudienceTerms, { readonly kind: 'segment' }>;

/** So many rows at a time take some 10 ms: what a sale may have to wait for. Those that look beside the summary take longer. */
const SLICE_ROWS = 32_768;
const SLICE_ROWS_BESIDE = 4_096;

const NOBODY = anyOf([]);

/**
 * Holds for who is in an audience. Nobody is in one that was removed, or that names itself by way of others, as two stores
 * may have written it at the same time.
 */
export function inAudience(db: ReadDb, who: Who, day: OnDay, within: readonly string[] = []): Clause {
  if (typeof who !== 'string') return inSegment(db, who, day, within);
  const found = within.includes(who) ? undefined : audienceById.get(db, { audienceId: who });
  if (!found || found.state === 'removed') return NOBODY;
  const { terms, audiencePk } = found;
  return terms.kind === 'list' ? clause(IN_LIST, { audiencePk }) : inSegment(db, terms, day, [...within, who]);
}

function inSegment(db: ReadDb, { where, either }: Exclude<Who, string>, day: OnDay, within: readonly string[]): Clause {
  const asked = { ...day, inAudience: (other: string) => inAudience(db, other as Id<'audience'>, day, within) };
  return allOf([...memberClauses(where, asked), ...either.map((group) => anyOf(memberClauses(group, asked)))]);
}

const membersInRange = defineFiltered(
  {
    name: 'audiences.members-in-range',
    sql: (
      where,
    ) => `SELECT member_pk AS memberPk, member.id AS memberId FROM member_summary CROSS JOIN member USING (member_pk)
      WHERE member_pk > @after AND member_pk <= @through AND is_listed = 1 AND ${where}`,
    params: { after: integer, through: integer },
    row: { memberPk: integer, memberId: id('member') },
  },
  MEMBER_FRAGMENTS,
);

/** As member_summary.consents holds it. */
const consentsTo = (purpose: ConsentPurpose): string =>
  `(consents >> ${2 * CONSENT_PURPOSES.indexOf(purpose)}) & 3 = 2`;

const countInRange = defineFiltered(
  {
    name: 'audiences.count-in-range',
    sql: (where) => `SELECT count(*) AS members,
        count(*) FILTER (WHERE has_phone = 1 AND ${consentsTo('marketing-sms')}) AS bySms,
        count(*) FILTER (WHERE has_email = 1 AND ${consentsTo('marketing-email')}) AS byEmail
      FROM member_summary NOT INDEXED WHERE member_pk > @after AND member_pk <= @through AND is_listed = 1 AND ${where}`,
    params: { after: integer, through: integer },
    row: { members: integer, bySms: integer, byEmail: integer },
  },
  MEMBER_FRAGMENTS,
);

const oneMember = defineFiltered(
  {
    name: 'audiences.one-member',
    sql: (where) =>
      `SELECT member_pk AS memberPk FROM member_summary WHERE member_pk = @memberPk AND is_listed = 1 AND ${where}`,
    params: { memberPk: integer },
    row: { memberPk: integer },
  },
  MEMBER_FRAGMENTS,
);

function* slices(db: ReadDb, inside: Clause): Generator<{ readonly after: number; readonly through: number }> {
  const rows = looksBeside(inside) ? SLICE_ROWS_BESIDE : SLICE_ROWS;
  const last = lastMemberPk.get(db, {})?.pk ?? 0;
  for (let after = 0; after < last; after += rows) yield { after, through: after + rows };
}

/** A member of an audience: the one that stands for all ids of the person. */
export interface AudienceMember {
  readonly memberPk: number;
  readonly memberId: Id<'member'>;
}

/** Everybody in an audience, some at a time, in the order of their keys; between two of them the till may have its turn. */
export function* membersOf(db: ReadDb, who: Who, day: OnDay): Generator<readonly AudienceMember[]> {
  const inside = inAudience(db, who, day);
  const query = membersInRange.where([inside]);
  for (const slice of slices(db, inside)) yield query.all(db, slice);
}

/** How many they are, and how many of them gave their consent to a text message or an e-mail and can get it. */
export interface AudienceCount {
  readonly members: number;
  readonly bySms: number;
  readonly byEmail: number;
}

/** Counts everybody in an audience: what each stretch of members adds. */
export function* countOf(db: ReadDb, who: Who, day: OnDay): Generator<AudienceCount> {
  const inside = inAudience(db, who, day);
  const query = countInRange.where([inside]);
  for (const slice of slices(db, inside)) yield query.get(db, slice) ?? { members: 0, bySms: 0, byEmail: 0 };
}

/** Prepares the question whether one member, by the key that stands for the person, is in an audience; ask it as long as no audience changes. */
export function makeIsIn(db: ReadDb, who: Who, day: OnDay): (memberPk: number) => boolean {
  const query = oneMember.where([inAudience(db, who, day)]);
  return (memberPk) => query.get(db, { memberPk }) !== undefined;
}

export const isIn = (db: ReadDb, who: Who, memberPk: number, day: OnDay): boolean => makeIsIn(db, who, day)(memberPk);
