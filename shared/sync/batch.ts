/** No batch holds more rows, nor is larger, neither as it travels nor unpacked (bytes). */
export const LIMITS = { rows: 1000, packedBytes: 1024 * 1024, unpackedBytes: 16 * 1024 * 1024 } as const;

/** What decides where a batch ends. */
interface Cuttable {
  readonly tx: number;
  readonly epoch: string;
}

/**
 * The first of these rows that travel together: whole local transactions of one epoch, within the limits. `pack`
 * answers the packed and unpacked size of so many rows. `rows` starts at the start of a transaction, and holds
 * the end of one within the limit of rows. Always at least one transaction, which its own limit keeps small enough.
 */
export function cutBatch<R extends Cuttable>(
  rows: readonly R[],
  pack: (rows: readonly R[]) => { readonly packedBytes: number; readonly unpackedBytes: number },
  limits: { readonly [L in keyof typeof LIMITS]: number } = LIMITS,
): readonly R[] {
  const foreign = rows.findIndex(({ epoch }) => epoch !== rows[0]?.epoch);
  const ours = foreign < 0 ? rows : rows.slice(0, foreign);
  const ends = ours.flatMap((row, index) => (ours[index + 1]?.tx === row.tx ? [] : [index + 1]));
  let fitting = Math.max(1, ends.filter((end) => end <= limits.rows).length);
  for (;;) {
    const batch = rows.slice(0, ends[fitting - 1]);
    const size = pack(batch);
    const fits = size.packedBytes <= limits.packedBytes && size.unpackedBytes <= limits.unpackedBytes;
    if (fits || fitting === 1) return batch;
    fitting = Math.floor(fitting / 2);
  }
}

/** Where a batch stands against what headquarters has: what is new in it, or what is missing before it. */
export type Place = { readonly is: 'gap' } | { readonly is: 'overlap'; readonly known: number };

/** `known` of the batch's rows are there already; their chain is compared all the same. */
export const placeOf = (from: number, to: number, lastSeq: number): Place =>
  from > lastSeq + 1 ? { is: 'gap' } : { is: 'overlap', known: Math.min(lastSeq, to) - from + 1 };
