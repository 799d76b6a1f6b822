import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import {
  countPeople,
  dropOtherFlaws,
  dropOtherPairs,
  lastScan,
  peopleAfter,
  personByPk,
  putFlaw,
  putPair,
  putScan,
} from '../../../db/members/scan.queries.ts';
import { MOST_SIDES } from '../../../shared/contract/duplicates.contract.ts';
import type { ScanFigures, ScanProgress } from '../../../shared/contract/quality.contract.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { blockingKeys } from '../../../shared/members/blocking.ts';
import { Blocks } from '../../../shared/members/blocks.ts';
import { compare, type Prepared, prepare } from '../../../shared/members/duplicates.ts';
import { type DuplicatePair, groupPairs } from '../../../shared/members/group-pairs.ts';
import { FLAWS, type Flaw, qualityOf } from '../../../shared/members/quality.ts';
import { lastWrittenMs } from '../../../shared/members/stamps.ts';

/** One step stays well below the tenth of a second that a sale may wait. */
const SLICE = 400;
const STEP_MS = 12;
/** So many of a crowd that shares one key are compared, each with each. */
const MOST_IN_A_CROWD = 40;
/** So many pairs are kept for people to look at: more would be looked at by nobody, and the next scan finds the rest. */
export const MOST_PAIRS = 20_000;
/** So many members to mend are listed of each flaw. */
export const MOST_FLAWED = 500;
const ROWS_A_COMMIT = 250;

interface Scan {
  readonly db: ReadDb;
  readonly clock: Clock;
}

type Person = ReturnType<typeof peopleAfter.all>[number];

/**
 * Looks at everybody once, in small steps: yields its progress after each, and whoever runs it lets others have their
 * turn between. Nothing of it is seen before it is through; left half-way it leaves what the last scan found.
 */
export function* scanMembers({ db, clock }: Scan): Generator<ScanProgress, ScanFigures> {
  const startedAtMs = clock();
  const total = countPeople.get(db, {})?.total ?? 0;
  const rated = new Ratings(startedAtMs);
  const blocks = new Blocks();
  const keys: number[] = [];
  for (let afterPk = 0; ; ) {
    const slice = peopleAfter.all(db, { afterPk, limit: SLICE });
    for (const person of slice) {
      const row = keys.push(person.memberPk) - 1;
      for (const key of blockingKeys(prepare(person))) blocks.add(row, key);
      rated.add(person);
    }
    const last = slice.at(-1);
    if (!last) break;
    afterPk = last.memberPk;
    yield { phase: 'reading', done: keys.length, total: Math.max(total, keys.length) };
  }

  const found = new Pairs();
  let stepEnds = clock() + STEP_MS;
  let bucketsDone = 0;
  for (const bucket of blocks.inBuckets()) {
    for (const rows of bucket) {
      found.compareAll(
        db,
        rows.map((row) => keys[row] as number),
      );
      if (clock() < stepEnds) continue;
      yield { phase: 'comparing', done: bucketsDone, total: blocks.steps };
      stepEnds = clock() + STEP_MS;
    }
    bucketsDone += 1;
    yield { phase: 'comparing', done: bucketsDone, total: blocks.steps };
    stepEnds = clock() + STEP_MS;
  }

  const figures = { ...rated.figures(), ...found.figures() };
  yield* keep(db, startedAtMs, clock, { pairs: groupPairs(found.surest(), MOST_SIDES), rated, figures });
  return figures;
}

/** What is found is written beside what the last scan found, and shown at once when all of it is there. */
function* keep(
  db: ReadDb,
  startedAtMs: number,
  clock: Clock,
  found: {
    readonly pairs: ReturnType<typeof groupPairs>;
    readonly rated: Ratings;
    readonly figures: ScanFigures;
  },
): Generator<ScanProgress, void> {
  const scan = (lastScan.get(db, {})?.scan ?? 0) + 1;
  const flawed = found.rated.toMend();
  const total = found.pairs.length + flawed.length;
  // A scan that was left half-way used the same number.
  const dropOthers = (kept: number) =>
    transaction(db, (tx) => dropOtherPairs.run(tx, { scan: kept }) + dropOtherFlaws.run(tx, { scan: kept }));
  while (dropOthers(scan - 1) > 0) yield { phase: 'keeping', done: 0, total };
  for (let at = 0; at < total; at += ROWS_A_COMMIT) {
    transaction(db, (tx) => {
      for (const { bits, reasons, ...pair } of found.pairs.slice(at, at + ROWS_A_COMMIT))
        putPair.run(tx, { ...pair, scan, centibits: Math.round(bits * 100), reasons: [...reasons] });
      const flawsFrom = Math.max(0, at - found.pairs.length);
      const flawsTo = Math.max(0, at + ROWS_A_COMMIT - found.pairs.length);
      for (const row of flawed.slice(flawsFrom, flawsTo)) putFlaw.run(tx, { ...row, scan });
    });
    yield { phase: 'keeping', done: Math.min(total, at + ROWS_A_COMMIT), total };
  }
  transaction(db, (tx) =>
    putScan.run(tx, { scan, startedAtMs, endedAtMs: clock(), figures: JSON.stringify(found.figures) }),
  );
  while (dropOthers(scan) > 0) yield { phase: 'keeping', done: total, total };
}

/** Rates everybody, counts, and remembers who is worth mending first: those who came last. */
class Ratings {
  readonly #nowMs: number;
  #members = 0;
  #score = 0;
  readonly #count = new Map<Flaw, number>();
  readonly #worst = new Map<Flaw, { memberPk: number; visitDay: number }[]>();

  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  add({ memberPk, canonicalPk, visitDay, stamps, ...person }: Person): void {
    // What is on file under an id that stands for another is nobody's profile.
    if (memberPk !== canonicalPk) return;
    const { score, flaws } = qualityOf({ ...person, confirmedAtMs: lastWrittenMs(stamps) }, this.#nowMs);
    this.#members += 1;
    this.#score += score;
    for (const flaw of flaws) {
      this.#count.set(flaw, (this.#count.get(flaw) ?? 0) + 1);
      const worst = this.#worst.get(flaw) ?? [];
      this.#worst.set(flaw, worst);
      worst.push({ memberPk, visitDay });
      if (worst.length >= 2 * MOST_FLAWED) worst.splice(0, worst.length, ...latest(worst));
    }
  }

  toMend(): { flaw: Flaw; position: number; memberPk: number }[] {
    return [...this.#worst].flatMap(([flaw, worst]) =>
      latest(worst).map(({ memberPk }, position) => ({ flaw, position, memberPk })),
    );
  }

  figures(): Pick<ScanFigures, 'members' | 'score' | 'flaws'> {
    return {
      members: this.#members,
      score: this.#members === 0 ? null : Math.round((this.#score / this.#members) * 10) / 10,
      flaws: Object.fromEntries(FLAWS.map((flaw) => [flaw, this.#count.get(flaw) ?? 0])) as Record<Flaw, number>,
    };
  }
}

const latest = <T extends { readonly memberPk: number; readonly visitDay: number }>(members: readonly T[]): T[] =>
  members.toSorted((a, b) => b.visitDay - a.visitDay || b.memberPk - a.memberPk).slice(0, MOST_FLAWED);

/** Compares people who share a key, and remembers those who may be one. */
class Pairs {
  readonly #pairs = new Map<string, DuplicatePair>();
  /** A pair that was dropped and found again by another key counts twice: an estimate where there are that many. */
  readonly #count = { sure: 0, likely: 0, possible: 0 };
  #crowds = 0;
  #largestCrowd = 0;

  compareAll(db: ReadDb, all: readonly number[]): void {
    const crowd = new Set(all);
    if (crowd.size > MOST_IN_A_CROWD) {
      this.#crowds += 1;
      this.#largestCrowd = Math.max(this.#largestCrowd, crowd.size);
    }
    const people = [...crowd].slice(0, MOST_IN_A_CROWD).flatMap((memberPk) => {
      const person = personByPk.get(db, { memberPk });
      return person ? { canonicalPk: person.canonicalPk, prepared: prepare(person) } : [];
    });
    people.forEach((one, index) => {
      for (const other of people.slice(index + 1)) this.#compare(one, other);
    });
  }

  #compare(one: Compared, other: Compared): void {
    if (one.canonicalPk === other.canonicalPk) return;
    const { bits, band, reasons } = compare(one.prepared, other.prepared);
    if (!band) return;
    const firstPk = Math.min(one.canonicalPk, other.canonicalPk);
    const secondPk = Math.max(one.canonicalPk, other.canonicalPk);
    const key = `${firstPk} ${secondPk}`;
    const known = this.#pairs.get(key);
    if (known && known.bits >= bits) return;
    if (!known) this.#count[band] += 1;
    this.#pairs.set(key, { firstPk, secondPk, bits, band, reasons });
    if (this.#pairs.size >= 4 * MOST_PAIRS) this.#dropLeastSure();
  }

  /** However alike everybody is, only so much is remembered. */
  #dropLeastSure(): void {
    const kept = this.surest();
    this.#pairs.clear();
    for (const pair of kept) this.#pairs.set(`${pair.firstPk} ${pair.secondPk}`, pair);
  }

  surest(): DuplicatePair[] {
    return [...this.#pairs.values()].toSorted((a, b) => b.bits - a.bits).slice(0, MOST_PAIRS);
  }

  figures(): Omit<ScanFigures, 'members' | 'score' | 'flaws'> {
    const { sure, likely, possible } = this.#count;
    return {
      pairs: { ...this.#count },
      pairsLeftOut: Math.max(0, sure + likely + possible - MOST_PAIRS),
      crowds: this.#crowds,
      largestCrowd: this.#largestCrowd,
    };
  }
}

interface Compared {
  readonly canonicalPk: number;
  readonly prepared: Prepared;
}
