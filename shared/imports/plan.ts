import type { Id } from '../kernel/id.ts';
import type { DayRule } from '../kernel/instant.ts';
import type { Programme } from '../points/programme.ts';
import type { Digest } from '../sync/chain.ts';
import type { BodyOf, Kind } from '../sync/kinds.ts';
import type { Fault } from './fault.ts';
import type { DuplicatePolicy } from './field.ts';
import { rowId } from './row-id.ts';

/** Where rows are written to, and how. The same all through an import, also after a restart. */
export interface PlanTerms {
  readonly importId: Id<'import'>;
  readonly storeId: Id<'store'>;
  readonly staffId: Id<'staff'> | null;
  readonly policy: DuplicatePolicy;
  /** Names the system that opening balances come from: an account of a source opens once. */
  readonly source: string;
  /** When the import was started; every fact of it says so. */
  readonly startedAtMs: number;
  readonly day: DayRule;
  readonly currency: string;
  readonly programme: Programme;
  readonly digest: Digest;
}

type PlannedKind = 'member' | 'member-card' | 'consent-event' | 'points-entry' | 'category' | 'product' | 'purchase';
export type PlannedFact = { [K in PlannedKind & Kind]: { readonly kind: K; readonly body: BodyOf<K> } }[PlannedKind];

/** What becomes of a row: facts to record, nothing because it is on file already, or a fault that the row alone hid. */
export type Plan =
  | { readonly verdict: 'new' | 'update'; readonly facts: readonly PlannedFact[] }
  | { readonly verdict: 'skip' }
  | { readonly verdict: 'fault'; readonly faults: readonly FoundFault[] };

/** `at`: the row, where a unit has several. */
export type FoundFault = Fault & { readonly at?: number };

export const SKIP: Plan = { verdict: 'skip' };
export const faulty = (...faults: FoundFault[]): Plan => ({ verdict: 'fault', faults });

export const idOfRow = <const Noun extends string>(
  { importId, digest }: PlanTerms,
  noun: Noun,
  row: number,
): Id<Noun> => rowId(importId, noun, row, digest);
