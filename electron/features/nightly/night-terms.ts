import type { Act } from '../../../db/changes/act.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { NightCounts, NightStep } from '../../../shared/nightly/night.ts';
import type { TierLadder } from '../../../shared/tiers/ladder.ts';
import type { OpenStore } from '../../api/open-store.ts';

/** What every step of a night is done with. */
export interface NightTerms {
  readonly store: OpenStore;
  readonly ids: IdSource;
  /** The business date whose night it is. */
  readonly date: string;
  /** The business date by the clock: later than `date` where days were missed. */
  readonly today: string;
  readonly nowMs: number;
  /** The points of this night: those that ended, or were released, since the night before, until its day begins. */
  readonly fromMs: number;
  readonly throughMs: number;
  /** The newest purchase that the night before counted tiers for, and the rules that it counted by. */
  readonly countedPurchasePk: number;
  readonly countedLadder: TierLadder | null;
  /** The newest purchase and member when the night began: later ones are the next night's. */
  readonly newestPurchasePk: number;
  readonly newestMemberPk: number;
}

export type Counted = Partial<NightCounts>;

export interface NightItem {
  readonly memberId: Id<'member'>;
  /** From where the step goes on when this is the last item that was done. */
  readonly cursor: string;
}

/** A part of a step: some items, and where the next part begins (null: the step is done). */
export interface Slice<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  /** What is only counted. */
  readonly counted?: Counted;
}

/** A step reads outside of a transaction and does its items one by one inside of one. Each item can be done again. */
export interface Step<Item extends NightItem = NightItem> {
  readonly name: NightStep;
  read(db: ReadDb, terms: NightTerms, cursor: string): Slice<Item>;
  apply(act: Act, item: Item, terms: NightTerms): Counted;
}

/** The next slice of keys, `size` at a time, up to `lastPk`. */
export function keySlice(cursor: string, firstPk: number, lastPk: number, size: number) {
  const afterPk = cursor === '' ? firstPk : Number(cursor);
  const untilPk = Math.min(lastPk, afterPk + size);
  return { afterPk, untilPk, next: untilPk < lastPk ? String(untilPk) : null };
}
