import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { memberById, membersByCard } from '../../../db/members/members.queries.ts';
import type { MemberCard, membersContract } from '../../../shared/contract/members.contract.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { keptValues, missingField } from '../../../shared/members/custom-fields.ts';
import type { ProfileFields } from '../../../shared/members/member.facts.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import { profileValues } from '../../../shared/members/profile-values.ts';
import { type Doer, doerIds } from '../../../shared/staff/doer.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { fieldsOf } from '../member-fields/fields-of.ts';
import { audit } from '../staff/audit.ts';
import { enrolmentAsked, enrolmentRecorded, sameEnrolment } from './enrolment-content.ts';
import { findDuplicates } from './find-duplicates.ts';
import { memberCard } from './member-card.ts';

export type Enrolment = z.output<typeof membersContract.enrol.input>;
type EnrolRefusal = Refusal<(typeof membersContract.enrol.refusals)[number]>;

/**
 * Enrols a member with the consents given, in one act. The same id with the same content again returns the member that
 * it made, as it stands by now; with other content it is refused. A likely duplicate is refused until the clerk has seen it and goes on.
 */
export function enrolMember(
  store: OpenStore,
  command: Enrolment,
  by: Doer,
  nowMs: number,
  ids: IdSource,
): Outcome<MemberCard, EnrolRefusal> {
  const { memberId } = command;
  const { staffId } = doerIds(by);
  const phone = command.phone === undefined ? null : toE164(command.phone, store.phoneRegion);
  if (command.phone !== undefined && phone === null) return refuse('phone-invalid');
  const fields = command.custom ? fieldsOf(store.db) : [];
  const kept = keptValues(fields, command.custom ?? {});
  if (!kept.ok) return kept;
  const missing = command.custom && missingField(fields, kept.value);
  if (missing) return refuse('field-required', { field: missing.name });
  const custom = Object.fromEntries(Object.entries(kept.value).filter(([, value]) => value !== null));
  const profile: ProfileFields = {
    ...(command.name ? { name: command.name } : {}),
    ...(phone ? { phone } : {}),
    ...(command.email ? { email: command.email } : {}),
    ...(command.gender ? { gender: command.gender } : {}),
    ...(command.birthday ? { birthday: command.birthday } : {}),
    ...(command.address ? { address: command.address } : {}),
    ...(command.note ? { note: command.note } : {}),
    ...(command.wechatId ? { wechatId: command.wechatId } : {}),
    ...(Object.keys(custom).length > 0 ? { custom } : {}),
  };
  if (Object.keys(profile).length === 0 && !command.cardNumber) return refuse('nothing-given');

  return perform<Outcome<MemberCard, EnrolRefusal>>(store.db, nowMs, (act) => {
    if (memberById.get(act.db, { memberId }))
      return sameEnrolment(enrolmentAsked(command, profile), enrolmentRecorded(act.db, memberId))
        ? done(memberCard(store, memberId, nowMs) as MemberCard)
        : refuse('member-id-reused');
    if (command.referredBy && !memberById.get(act.db, { memberId: command.referredBy }))
      return refuse('referrer-unknown');
    if (command.cardNumber && membersByCard.get(act.db, { number: command.cardNumber, limit: 1 }))
      return refuse('card-in-use');
    if (!command.despiteDuplicates) {
      const duplicates = findDuplicates(store, {
        phone,
        email: command.email ?? null,
        name: command.name ?? null,
        birthday: command.birthday ?? null,
      });
      if (duplicates.length > 0) return refuse('duplicate', { count: duplicates.length });
    }
    act.record('member', {
      id: memberId,
      enrolment: {
        homeStoreId: store.facts.storeId,
        enrolledAtMs: nowMs,
        enrolledById: staffId,
        source: command.source,
        referredById: command.referredBy ?? null,
        importId: null,
      },
      profile,
      standing: {},
    });
    if (command.cardNumber)
      act.record('member-card', {
        id: ids<'member-card'>(),
        memberId,
        number: command.cardNumber,
        state: 'active',
        issuedAtMs: nowMs,
      });
    for (const { purpose, given } of command.consents)
      act.record('consent-event', {
        id: ids<'consent-event'>(),
        memberId,
        purpose,
        given,
        noticeVersion: command.noticeVersion,
        channel: 'till',
        storeId: store.facts.storeId,
        staffId,
        atMs: nowMs,
        supersedesId: null,
      });
    audit(
      act,
      { store, staffId: by, ids },
      { action: 'enrol', subjectKind: 'member', subjectId: memberId, fields: givenFields(command, profile) },
    );
    return done(memberCard(store, memberId, nowMs) as MemberCard);
  });
}

/** What was given at the enrolment, by name: the fields of the profile, a card, the purposes that were answered. */
const givenFields = ({ cardNumber, consents }: Enrolment, profile: ProfileFields): string[] => [
  ...profileValues(profile).map(([field]) => field),
  ...(cardNumber ? ['cardNumber'] : []),
  ...consents.map(({ purpose }) => purpose),
];
