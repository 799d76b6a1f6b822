import { factsOfEnrolment } from '../../../db/changes/changes.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { ProfileFields } from '../../../shared/members/member.facts.ts';
import type { BodyOf } from '../../../shared/sync/kinds.ts';
import type { Enrolment } from './enrol-member.ts';

/** What an enrolment says, without the ids and times that the store adds. */
interface EnrolmentContent {
  readonly profile: ProfileFields;
  readonly source: string | null;
  readonly referredById: Id<'member'> | null;
  readonly cardNumber: string | null;
  readonly consents: readonly { readonly purpose: string; readonly given: boolean; readonly noticeVersion: string }[];
}

export const enrolmentAsked = (command: Enrolment, profile: ProfileFields): EnrolmentContent => ({
  profile,
  source: command.source,
  referredById: command.referredBy ?? null,
  cardNumber: command.cardNumber ?? null,
  consents: command.consents.map(({ purpose, given }) => ({ purpose, given, noticeVersion: command.noticeVersion })),
});

/** What a member was enrolled with, by the log: the profile of today may have been edited since. */
export function enrolmentRecorded(db: ReadDb, memberId: Id<'member'>): EnrolmentContent {
  const facts = factsOfEnrolment.all(db, { memberId }).map(({ kind, body }) => ({
    kind,
    fact: JSON.parse(Buffer.from(body).toString('utf8')) as unknown,
  }));
  const of = <K extends 'member' | 'member-card' | 'consent-event'>(wanted: K) =>
    facts.flatMap(({ kind, fact }) => (kind === wanted ? [fact as BodyOf<K>] : []));
  const member = of('member').find(({ id }) => id === memberId);
  return {
    profile: member?.profile ?? {},
    source: member?.enrolment?.source ?? null,
    referredById: member?.enrolment?.referredById ?? null,
    cardNumber: of('member-card').find((card) => card.memberId === memberId)?.number ?? null,
    consents: of('consent-event')
      .filter((consent) => consent.memberId === memberId)
      .map(({ purpose, given, noticeVersion }) => ({ purpose, given, noticeVersion })),
  };
}

/** Both are built here, with their keys in the same order. */
export const sameEnrolment = (a: EnrolmentContent, b: EnrolmentContent): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
