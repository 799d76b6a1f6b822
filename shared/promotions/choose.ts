import type { SkipReason } from './explanation.ts';
import type { Scene } from './scene.ts';
import type { Unmet } from './terms.ts';
import { byTurn, type Candidate, type Given, linesOf, minusEach, turn } from './turn.ts';

/**
 * Of the offers that have to do with each other, all sets that the groups allow are tried where there are at most this
 * many; of more, see `improved`.
 */
export const MOST_SETS = 256;

/** How many offers that are worth much by themselves are given room where not all sets are tried. */
const MOST_TRIES = 8;

export interface Choice {
  /** In the order of turns. */
  readonly chosen: readonly Candidate[];
  /** What each gives on the whole basket by itself, or why nothing. */
  readonly alone: ReadonlyMap<Candidate, Given | Unmet<SkipReason>>;
  /** Whether it is certain that nothing is better for the customer. */
  readonly exact: boolean;
}

interface Tried {
  readonly worthMinor: number;
  readonly chosen: readonly Candidate[];
}

/** Gives the candidates their turns; what gives nothing at its turn, or whose group has been served, is passed over. */
export function inTurns(candidates: readonly Candidate[], scene: Scene, start: readonly number[]): Given[] {
  const given: Given[] = [];
  const served = new Set<string>();
  let left = start;
  for (const candidate of candidates) {
    if (candidate.groups.some((group) => served.has(group))) continue;
    const one = turn(candidate, scene, left);
    if ('reason' in one) continue;
    given.push(one);
    for (const group of candidate.groups) served.add(group);
    if (one.amountMinor > 0) left = minusEach(left, one.perLine);
  }
  return given;
}

function tryOut(candidates: readonly Candidate[], scene: Scene, start: readonly number[]): Tried {
  const given = inTurns(candidates, scene, start);
  return {
    worthMinor: given.reduce((sum, { worthMinor }) => sum + worthMinor, 0),
    chosen: given.map(({ candidate }) => candidate),
  };
}

/** Candidates that share a line or a group, directly or by others, stand together: the rest does not touch them. */
function families(candidates: readonly Candidate[], scene: Scene): Candidate[][] {
  const parent = candidates.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  const firstAt = new Map<number | string, number>();
  for (const [index, candidate] of candidates.entries()) {
    for (const place of [...linesOf(candidate.offer, scene), ...candidate.groups]) {
      const first = firstAt.get(place);
      if (first === undefined) firstAt.set(place, index);
      else parent[rootOf(index)] = rootOf(first);
    }
  }
  const members = new Map<number, Candidate[]>();
  for (const [index, candidate] of candidates.entries()) {
    const root = rootOf(index);
    members.set(root, [...(members.get(root) ?? []), candidate]);
  }
  return [...members.values()];
}

/** How many sets the groups allow at most: of an offer's groups the first is counted. */
function setsOf(candidates: readonly Candidate[]): number {
  const sizes = new Map<string, number>();
  let sets = 1;
  for (const candidate of candidates) {
    const [group] = candidate.groups;
    if (group === undefined) sets *= 2;
    else sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  for (const size of sizes.values()) sets *= size + 1;
  return sets;
}

/** The best of all sets. Of equals the one that keeps the offers whose turn is first. */
function bestOf(candidates: readonly Candidate[], scene: Scene, start: readonly number[]): Tried {
  let best: Tried = { worthMinor: -1, chosen: [] };
  const visit = (at: number, left: readonly number[], served: readonly string[], soFar: Tried): void => {
    const candidate = candidates[at];
    if (!candidate) {
      if (soFar.worthMinor > best.worthMinor) best = soFar;
      return;
    }
    const given = candidate.groups.some((group) => served.includes(group)) ? null : turn(candidate, scene, left);
    if (given && !('reason' in given))
      visit(at + 1, given.amountMinor > 0 ? minusEach(left, given.perLine) : left, [...served, ...candidate.groups], {
        worthMinor: soFar.worthMinor + given.worthMinor,
        chosen: [...soFar.chosen, candidate],
      });
    visit(at + 1, left, served, soFar);
  };
  visit(0, start, [], { worthMinor: 0, chosen: [] });
  return best;
}

/**
 * A good set where there are too many to try. First every offer without a group, and of each group the one that gives most
 * by itself. Then those of the others that give most by themselves are given room, one after the other: without their
 * group's, and without the offers before them that take from their lines. At the end no single offer gives more.
 */
function improved(
  candidates: readonly Candidate[],
  worthAlone: (candidate: Candidate) => number,
  scene: Scene,
  start: readonly number[],
): Tried {
  const bestOfGroup = new Map<string, Candidate>();
  for (const candidate of candidates) {
    for (const group of candidate.groups) {
      const best = bestOfGroup.get(group);
      if (!best || worthAlone(candidate) > worthAlone(best)) bestOfGroup.set(group, candidate);
    }
  }
  const isFirstChoice = (each: Candidate) => each.groups.every((group) => bestOfGroup.get(group) === each);
  let best = tryOut(candidates.filter(isFirstChoice), scene, start);
  const byWorth = candidates.toSorted((a, b) => worthAlone(b) - worthAlone(a) || byTurn(a.offer, b.offer));
  for (const favoured of byWorth.filter((each) => !best.chosen.includes(each)).slice(0, MOST_TRIES)) {
    const lines = new Set(linesOf(favoured.offer, scene));
    const isInItsWay = (each: Candidate) =>
      each.groups.some((group) => favoured.groups.includes(group)) ||
      (byTurn(each.offer, favoured.offer) < 0 && linesOf(each.offer, scene).some((line) => lines.has(line)));
    const chosen = new Set(best.chosen.filter((each) => !isInItsWay(each)));
    const tried = tryOut(
      candidates.filter((each) => each === favoured || chosen.has(each)),
      scene,
      start,
    );
    if (tried.worthMinor > best.worthMinor) best = tried;
  }
  const [single] = byWorth;
  return single && worthAlone(single) > best.worthMinor ? { worthMinor: worthAlone(single), chosen: [single] } : best;
}

/**
 * The offers that are best for the customer: the set, with at most one of each group, that is worth most when each has its
 * turn in order (`candidates` are in it). What gives nothing on the whole basket can give nothing later and is passed over.
 */
export function choose(candidates: readonly Candidate[], scene: Scene, start: readonly number[]): Choice {
  const alone = new Map(candidates.map((candidate) => [candidate, turn(candidate, scene, start)]));
  const worthAlone = (candidate: Candidate): number => {
    const given = alone.get(candidate);
    return given && !('reason' in given) ? given.worthMinor : -1;
  };
  const chosen = new Set<Candidate>();
  let exact = true;
  for (const family of families(
    candidates.filter((candidate) => worthAlone(candidate) >= 0),
    scene,
  )) {
    const isSmall = setsOf(family) <= MOST_SETS;
    const found = isSmall ? bestOf(family, scene, start) : improved(family, worthAlone, scene, start);
    exact &&= isSmall;
    for (const candidate of found.chosen) chosen.add(candidate);
  }
  return { chosen: candidates.filter((candidate) => chosen.has(candidate)), alone, exact };
}
