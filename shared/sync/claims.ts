import type { Id } from '../kernel/id.ts';
import { profileValues } from '../members/profile-values.ts';
import type { Hlc } from './hlc.ts';
import { type BodyOf, KINDS } from './kinds.ts';
import type { Fact } from './look-at-fact.ts';

/**
 * A fact claims to be what counts for a field of a thing (the empty field: for all of it). Of two claims to the same
 * field the one of greater rank counts, in whatever order they come: so every database that has the same facts has the
 * same state.
 */
export interface Claim {
  readonly field: string;
  /** Text that sorts. */
  readonly rank: string;
  /** What is claimed, as JSON: decides between equal ranks where a copied store wrote twice at one stamp. */
  readonly value: string;
}

/** The claim of a tombstone: where it stands, nothing else is taken. */
export const GONE = 'gone';
/** The claim of an erasure on each member that it names: nothing else is taken either, and what it said before is destroyed. */
export const ERASED = 'erased';

const VERSION_DIGITS = 16;

const claim = (field: string, rank: string, value: unknown): Claim => ({ field, rank, value: JSON.stringify(value) });

/** The claims of a fact under the stamp by which headquarters takes it. */
export function claimsOf({ kind, op, body }: Fact, stamp: Hlc, storeId: Id<'store'>): readonly Claim[] {
  const rank = `${stamp} ${storeId}`;
  if (op === 'delete') return [claim(GONE, rank, null)];
  if (kind === 'member')
    return memberValues(body as BodyOf<'member'>).map(([field, value]) => claim(field, rank, value));
  if (kind === 'member-alias') {
    const alias = body as BodyOf<'member-alias'>;
    return [claim(alias.mergeId, alias.undone ? '1' : '0', null)];
  }
  const { merge } = KINDS[kind];
  if (merge === 'field-by-field') return [claim('', rank, body)];
  if (merge === 'owner-writes' && 'version' in body)
    return [claim('', `${String(body.version).padStart(VERSION_DIGITS, '0')} ${rank}`, body)];
  return [claim('', '', body)];
}

/** The fields of a member, the enrolment among them. A status goes with its reason. */
function memberValues({ enrolment, profile, standing }: BodyOf<'member'>): readonly (readonly [string, unknown])[] {
  const { statusReason, ...plain } = standing;
  const standings = Object.entries(plain).map(
    ([field, value]) => [field, field === 'status' ? [value, statusReason ?? null] : value] as const,
  );
  return [...(enrolment ? [['enrolment', enrolment] as const] : []), ...profileValues(profile), ...standings];
}

/** `take`: it counts from now on. `keep`: another counts. `same`: it was here already. `collision`: one id, two contents. */
export type Settled = 'take' | 'keep' | 'same' | 'collision';

export interface Rival {
  readonly rank: string;
  /** Null where its body was erased. */
  readonly value: string | null;
}

/** What becomes of a claim where another stands, or none. A fact that may be said once only has an empty rank. */
export function settle(standing: Rival | null, made: Claim): Settled {
  if (!standing || made.rank > standing.rank) return 'take';
  if (made.rank < standing.rank) return 'keep';
  if (standing.value === null || standing.value === made.value) return 'same';
  if (made.rank === '') return 'collision';
  return made.value > standing.value ? 'take' : 'keep';
}
