import { setImmediate } from 'node:timers/promises';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { lastMemberPk, MEMBER_SORT_KEYS, sortKeysInRange } from '../../../db/members/member-list.queries.ts';

/** Everything by which all listed members are sorted: 44 bytes a member. */
export interface MemberColumns {
  readonly pks: Int32Array;
  readonly keys: Readonly<Record<(typeof MEMBER_SORT_KEYS)[number], Float64Array>>;
}

/** Six lists a row: fewer rows in one go than where two are read. */
const SLICE_ROWS = 16_384;

/** Reads the columns, slice by slice; between slices the till has its turn. */
export async function readMemberColumns(db: ReadDb): Promise<MemberColumns> {
  const lastPk = lastMemberPk.get(db, {})?.pk ?? 0;
  const pks = new Int32Array(lastPk);
  const columns = MEMBER_SORT_KEYS.map(() => new Float64Array(lastPk));
  let count = 0;
  for (let after = 0; after < lastPk; after += SLICE_ROWS) {
    const read = sortKeysInRange.get(db, { after, through: Math.min(lastPk, after + SLICE_ROWS) });
    if (read) {
      for (const [at, key] of MEMBER_SORT_KEYS.entries()) columns[at]?.set(JSON.parse(read[key]), count);
      const stretch: number[] = JSON.parse(read.pks);
      pks.set(stretch, count);
      count += stretch.length;
    }
    await setImmediate();
  }
  const keys = Object.fromEntries(MEMBER_SORT_KEYS.map((key, at) => [key, columns[at]?.subarray(0, count)]));
  return { pks: pks.subarray(0, count), keys: keys as MemberColumns['keys'] };
}
