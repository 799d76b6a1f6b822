import type { Band, DuplicateReason } from './duplicates.ts';

export interface DuplicatePair {
  /** Keys of members, the lesser first. */
  readonly firstPk: number;
  readonly secondPk: number;
  readonly bits: number;
  readonly band: Band;
  readonly reasons: readonly DuplicateReason[];
}

/**
 * Puts pairs that hang together into one group, the surest first, at most `most` members a group. A pair that is only
 * possible makes a group of its own: a chain of maybes would join strangers. A pair of which one is in a full group, or
 * a mere possibility of which either is in a group, is left for the scan after those were merged.
 */
export function groupPairs(
  pairs: readonly DuplicatePair[],
  most: number,
): (DuplicatePair & { readonly groupNo: number })[] {
  const groupOf = new Map<number, { members: number[]; pairs: DuplicatePair[] }>();
  for (const pair of pairs.toSorted((a, b) => b.bits - a.bits || a.firstPk - b.firstPk || a.secondPk - b.secondPk)) {
    const { firstPk, secondPk } = pair;
    const [one, other] = [groupOf.get(firstPk), groupOf.get(secondPk)];
    if (pair.band === 'possible' && (one || other)) {
      if (one && one === other) one.pairs.push(pair);
      continue;
    }
    const members = [...new Set([...(one?.members ?? [firstPk]), ...(other?.members ?? [secondPk])])];
    if (members.length > most) continue;
    const joined = { members, pairs: [...new Set([...(one?.pairs ?? []), ...(other?.pairs ?? []), pair])] };
    for (const member of members) groupOf.set(member, joined);
  }
  return [...new Set(groupOf.values())].flatMap((group, groupNo) => group.pairs.map((pair) => ({ ...pair, groupNo })));
}
