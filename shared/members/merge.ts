import type { Id, IdSource } from '../kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts';
import { type ConsentState, strictest } from './consent.ts';
import {
  type ConsentEventFact,
  MERGED_FIELDS,
  type MemberAliasFact,
  type MemberFact,
  type MergedField,
  type ProfileFields,
} from './member.facts.ts';
import { isGone, type MemberStatus, TIERS, type Tier } from './profile.ts';
import {
  type CustomName,
  customKey,
  customName,
  isCustomName,
  type ProfileName,
  type ProfileValue,
  profileOf,
} from './profile-values.ts';

/** The values of one id that a merge may take over. Of the store's own fields, those that have one. */
export type MergedValues = {
  readonly [F in Exclude<keyof ProfileFields, 'custom'>]-?: NonNullable<ProfileFields[F]> | null;
} & { readonly tier: Tier; readonly [own: CustomName]: string | undefined };

/** What is on file under one id. */
export type MergedRecord = { readonly tier: Tier; readonly custom: Readonly<Record<string, string>> | null } & {
  readonly [F in Exclude<keyof ProfileFields, 'custom'>]-?: NonNullable<ProfileFields[F]> | null;
};
export const mergedValues = ({ custom, ...record }: MergedRecord): MergedValues => ({
  name: record.name,
  phone: record.phone,
  email: record.email,
  gender: record.gender,
  birthday: record.birthday,
  address: record.address,
  note: record.note,
  wechatId: record.wechatId,
  tier: record.tier,
  ...Object.fromEntries(Object.entries(custom ?? {}).map(([key, value]) => [customName(key), value])),
});

/** The values of the store's own fields, by their ids. */
export const ownValues = (values: MergedValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(values)
      .filter(isCustomName)
      .map((field) => [customKey(field), values[field] as string]),
  );

/** All fields that a merge of these sides may be asked about. */
const fieldsOf = (sides: readonly MergeSide[]): readonly MergedField[] => [
  ...MERGED_FIELDS,
  ...new Set(sides.flatMap(({ values }) => Object.keys(values).filter(isCustomName)).toSorted()),
];
const fieldOf = ({ values }: MergeSide, field: MergedField): unknown => values[field] ?? null;

/** One of the ids that are merged. */
export interface MergeSide {
  readonly memberId: Id<'member'>;
  readonly values: MergedValues;
  readonly status: MemberStatus;
  readonly enrolledAtMs: number;
  /** When each field was last written, in ms; a field without one was never set. */
  readonly writtenAtMs: Readonly<Partial<Record<MergedField, number>>>;
  /** Whether the phone has the form of one (false where there is none). */
  readonly phoneIsValid: boolean;
  /** Counted with all ids that stand for this one. */
  readonly purchases: number;
  /** The member that this id stands for by now, or null where it stands for itself. */
  readonly canonicalId: Id<'member'> | null;
  /** What is in force of each purpose. */
  readonly consents: readonly ConsentState[];
}

/** Why a value is proposed: `same` on all sides, `only` one side has it, `valid` phone, `highest` tier, `newest` written. */
export type MergeReason = 'same' | 'only' | 'valid' | 'highest' | 'newest';
export interface MergeProposal {
  readonly from: Id<'member'>;
  readonly why: MergeReason;
}

const byPurchases = (a: MergeSide, b: MergeSide): number =>
  b.purchases - a.purchases || a.enrolledAtMs - b.enrolledAtMs || (a.memberId < b.memberId ? -1 : 1);

/** Which id goes on: the one with the most purchases, then the oldest. The others redirect to it. */
export const proposeCanonical = (sides: readonly MergeSide[]): Id<'member'> => {
  const [first] = sides.toSorted(byPurchases);
  if (!first) throw new RangeError('nobody to merge');
  return first.memberId;
};

export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Which side's value each field would keep, and why; null for a field that nobody has. */
export function proposeValues(
  sides: readonly MergeSide[],
  canonicalId: Id<'member'>,
): Partial<Record<MergedField, MergeProposal | null>> {
  // The id that goes on comes first: where nothing else speaks, its own value stays.
  const ordered = sides.toSorted((a, b) => Number(b.memberId === canonicalId) - Number(a.memberId === canonicalId));
  return Object.fromEntries(fieldsOf(ordered).map((field) => [field, propose(ordered, field)]));
}

function propose(ordered: readonly MergeSide[], field: MergedField): MergeProposal | null {
  const having = ordered.filter((side) => fieldOf(side, field) !== null);
  const [first] = having;
  if (!first) return null;
  if (having.every((side) => sameValue(side.values[field], first.values[field])))
    return { from: first.memberId, why: having.length < ordered.length && ordered.length > 1 ? 'only' : 'same' };
  if (field === 'tier') {
    const highest = having.reduce((best, side) =>
      TIERS.indexOf(side.values.tier) > TIERS.indexOf(best.values.tier) ? side : best,
    );
    return { from: highest.memberId, why: 'highest' };
  }
  const valid = field === 'phone' ? having.filter((side) => side.phoneIsValid) : having;
  if (valid.length === 1 && valid[0] && having.length > 1) return { from: valid[0].memberId, why: 'valid' };
  const newest = (valid.length > 0 ? valid : having).reduce((best, side) =>
    (side.writtenAtMs[field] ?? 0) > (best.writtenAtMs[field] ?? 0) ? side : best,
  );
  return { from: newest.memberId, why: 'newest' };
}

export interface MergeCommand {
  readonly mergeId: Id<'merge'>;
  /** The id that goes on. */
  readonly canonicalId: Id<'member'>;
  /** The ids that redirect to it from now on. */
  readonly aliasIds: readonly Id<'member'>[];
  /** Whose value each field keeps; a field that is left out keeps that of the id that goes on. */
  readonly keep: Readonly<Partial<Record<MergedField, Id<'member'>>>>;
}

export interface DecidedMerge {
  readonly aliases: readonly MemberAliasFact[];
  /** What the id that goes on takes over; null for nothing. */
  readonly change: MemberFact | null;
  readonly consents: readonly ConsentEventFact[];
}

export type MergeRefusal = Refusal<
  'merge-needs-two' | 'member-unknown' | 'member-erased' | 'merge-blocked' | 'merge-circle' | 'already-merged'
>;

/** What every fact of one act has in common. */
export interface MergeAct {
  readonly storeId: Id<'store'>;
  readonly staffId: Id<'staff'> | null;
  readonly nowMs: number;
}

/**
 * Decides a merge: an alias for each id that redirects, the values that are taken over, and the strictest consent of
 * each purpose. `sides` are all ids that the command names. Moves no points and no purchase.
 */
export function decideMerge(
  sides: readonly MergeSide[],
  { mergeId, canonicalId, aliasIds, keep }: MergeCommand,
  { storeId, staffId, nowMs }: MergeAct,
  ids: IdSource,
): Outcome<DecidedMerge, MergeRefusal> {
  const sideOf = (memberId: Id<'member'>) => sides.find((side) => side.memberId === memberId);
  const canonical = sideOf(canonicalId);
  const taken = aliasIds.map(sideOf).filter((side) => side !== undefined);
  if (new Set([canonicalId, ...aliasIds]).size !== aliasIds.length + 1 || aliasIds.length === 0)
    return refuse('merge-needs-two');
  if (
    !canonical ||
    taken.length !== aliasIds.length ||
    Object.values(keep).some((memberId) => !memberId || !sideOf(memberId))
  )
    return refuse('member-unknown');
  const all = [canonical, ...taken];
  if (all.some(({ status }) => isGone(status))) return refuse('member-erased');
  if (canonical.canonicalId && aliasIds.includes(canonical.canonicalId)) return refuse('merge-circle');
  if (all.some((side) => side.canonicalId !== null)) return refuse('already-merged');
  if (all.some(({ status }) => status !== 'active')) return refuse('merge-blocked');

  const takenOver = fieldsOf(all).flatMap((field) => {
    const from = sideOf(keep[field] ?? canonicalId);
    const isChange = from && from !== canonical && !sameValue(fieldOf(from, field), fieldOf(canonical, field));
    return isChange ? [{ field, from }] : [];
  });
  const aliases = taken.map(
    (side): MemberAliasFact => ({
      id: side.memberId,
      canonicalId,
      mergeId,
      undone: false,
      atMs: nowMs,
      staffId,
      fields: takenOver.filter(({ from }) => from === side).map(({ field }) => field),
    }),
  );
  return done({
    aliases,
    change: changeOf(
      canonicalId,
      takenOver.map(({ field, from }) => [field, fieldOf(from, field)]),
    ),
    consents: strictest(all.map(({ consents }) => consents)).map(({ purpose, noticeVersion }) => ({
      id: ids<'consent-event'>(),
      memberId: canonicalId,
      purpose,
      given: false,
      noticeVersion,
      channel: 'merge',
      storeId,
      staffId,
      atMs: nowMs,
      supersedesId: canonical.consents.find((state) => state.purpose === purpose)?.eventId ?? null,
    })),
  });
}

/** The fact that writes some of the merged fields; null for none. */
export function changeOf(
  memberId: Id<'member'>,
  written: readonly (readonly [MergedField, unknown])[],
): MemberFact | null {
  if (written.length === 0) return null;
  const tier = written.find(([field]) => field === 'tier')?.[1] as Tier | undefined;
  return {
    id: memberId,
    enrolment: null,
    profile: profileOf(written.filter((value): value is ProfileValue => value[0] !== 'tier')),
    standing: tier ? { tier } : {},
  };
}

/** What a merge replaced in the id that went on: each field's value before and after. */
export type Replaced = Readonly<Partial<Record<ProfileName | 'tier', readonly [before: unknown, after: unknown]>>>;

/** What an undo puts back: every value that still is what the merge made of it. What was changed since stays. */
export const valuesToPutBack = (replaced: Replaced, now: MergedValues): readonly (readonly [MergedField, unknown])[] =>
  (Object.entries(replaced) as [MergedField, readonly [unknown, unknown]][]).flatMap(([field, [before, after]]) =>
    sameValue(now[field] ?? null, after) ? [[field, before] as const] : [],
  );
