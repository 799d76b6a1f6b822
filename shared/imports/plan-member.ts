import type { Id } from '../kernel/id.ts';
import { startOfDate } from '../kernel/instant.ts';
import type { MemberFact, ProfileFields } from '../members/member.facts.ts';
import type { ConsentPurpose, MemberStatus, Tier } from '../members/profile.ts';
import { customKey, isCustomName, profileOf, profileValues } from '../members/profile-values.ts';
import type { Debt } from '../points/repay.ts';
import type { DuplicatePolicy } from './field.ts';
import { faulty, idOfRow, type Plan, type PlannedFact, type PlanTerms, SKIP } from './plan.ts';
import { type ConsentInForce, planConsents } from './plan-consents.ts';
import { planOpening } from './plan-opening.ts';
import type { MemberRow } from './targets/members.ts';

/** A member who is on file already, as far as a row can change one. */
export interface KnownMember {
  readonly memberId: Id<'member'>;
  readonly status: MemberStatus;
  readonly tier: Tier;
  readonly debts: readonly Debt[];
  readonly profile: { readonly [F in keyof ProfileFields]-?: NonNullable<ProfileFields[F]> | null };
  /** The cards in force under all ids of the person. */
  readonly cards: readonly {
    readonly id: Id<'member-card'>;
    readonly memberId: Id<'member'>;
    readonly number: string;
    readonly issuedAtMs: number;
  }[];
}

/** What was found of a row's member: `opening` is the id its balance would take, null where it is open already. */
export interface MemberFindings {
  readonly known: KnownMember | null;
  readonly opening: Id<'points-entry'> | null;
  /** What was last said of each purpose; one that is left out was never asked. */
  readonly consents: ReadonlyMap<ConsentPurpose, ConsentInForce>;
}

/** In `profile.custom`: the member's number in the system that the file came from. */
export const EXTERNAL_ID = 'externalId';

function givenProfile(row: MemberRow): ProfileFields {
  const { name, phone, email, gender, birthday, address, note, wechatId, externalId } = row;
  const own = Object.keys(row)
    .filter(isCustomName)
    .flatMap((field) => (row[field] === null ? [] : [[customKey(field), row[field]] as const]));
  const custom = { ...Object.fromEntries(own), ...(externalId === null ? {} : { [EXTERNAL_ID]: externalId }) };
  return {
    ...(name === null ? {} : { name }),
    ...(phone === null ? {} : { phone }),
    ...(email === null ? {} : { email }),
    ...(gender === null ? {} : { gender }),
    ...(birthday === null ? {} : { birthday }),
    ...(address === null ? {} : { address }),
    ...(note === null ? {} : { note }),
    ...(wechatId === null ? {} : { wechatId }),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
}

/** The fields that differ from what is on file and that the policy lets the row write. */
function changedProfile(row: MemberRow, { profile }: KnownMember, policy: DuplicatePolicy): ProfileFields {
  const known = new Map(profileValues({ ...profile, custom: profile.custom ?? {} } as ProfileFields));
  return profileOf(
    profileValues(givenProfile(row)).filter(([name, value]) => {
      const before = known.get(name) ?? null;
      return policy === 'fill' ? before === null : JSON.stringify(before) !== JSON.stringify(value);
    }),
  );
}

function enrol(row: MemberRow, at: number, findings: MemberFindings, terms: PlanTerms): Plan {
  const memberId = idOfRow(terms, 'member', at);
  const body: MemberFact = {
    id: memberId,
    enrolment: {
      homeStoreId: terms.storeId,
      enrolledAtMs: row.enrolledOn === null ? terms.startedAtMs : startOfDate(row.enrolledOn, terms.day.zone),
      enrolledById: terms.staffId,
      source: 'import',
      referredById: null,
      importId: terms.importId,
    },
    profile: givenProfile(row),
    standing: row.tier === null ? {} : { tier: row.tier },
  };
  return {
    verdict: 'new',
    facts: [
      { kind: 'member', body },
      ...(row.card === null ? [] : [newCard(memberId, row.card, at, terms)]),
      ...planConsents(row, { memberId, status: 'active', consents: findings.consents }, at, terms),
      ...openingOf(row, memberId, [], at, findings, terms),
    ],
  };
}

const newCard = (memberId: Id<'member'>, number: string, at: number, terms: PlanTerms): PlannedFact => ({
  kind: 'member-card',
  body: { id: idOfRow(terms, 'member-card', at), memberId, number, state: 'active', issuedAtMs: terms.startedAtMs },
});

const openingOf = (
  { points, pointsExpireOn }: MemberRow,
  memberId: Id<'member'>,
  debts: readonly Debt[],
  at: number,
  { opening }: MemberFindings,
  terms: PlanTerms,
): PlannedFact[] =>
  points === null || points === 0 || opening === null
    ? []
    : planOpening({ id: opening, memberId, debts, points, expiresOn: pointsExpireOn }, at, terms);

/** Gives a member this card; those that he has are replaced. */
export function replaceCards(known: KnownMember, number: string, at: number, terms: PlanTerms): PlannedFact[] {
  return [
    ...known.cards.map(
      (card): PlannedFact => ({
        kind: 'member-card',
        body: { ...card, state: 'replaced' },
      }),
    ),
    newCard(known.memberId, number, at, terms),
  ];
}

/** What a row of members becomes: `at` is its number in the file. */
export function planMember(row: MemberRow, at: number, findings: MemberFindings, terms: PlanTerms): Plan {
  const { known } = findings;
  if (!known) return enrol(row, at, findings, terms);
  if (terms.policy === 'skip') return SKIP;
  if (known.status === 'closed' && row.points) return faulty({ field: 'points', reason: 'member-closed' });
  const profile = changedProfile(row, known, terms.policy);
  const standing = row.tier !== null && terms.policy === 'update' && row.tier !== known.tier ? { tier: row.tier } : {};
  const takesCard =
    row.card !== null &&
    !known.cards.some(({ number }) => number === row.card) &&
    (terms.policy === 'update' || known.cards.length === 0);
  const facts: PlannedFact[] = [
    ...(Object.keys(profile).length + Object.keys(standing).length === 0
      ? []
      : [{ kind: 'member' as const, body: { id: known.memberId, enrolment: null, profile, standing } }]),
    ...(takesCard && row.card !== null ? replaceCards(known, row.card, at, terms) : []),
    ...planConsents(row, { ...known, consents: findings.consents }, at, terms),
    ...openingOf(row, known.memberId, known.debts, at, findings, terms),
  ];
  return facts.length === 0 ? SKIP : { verdict: 'update', facts };
}
