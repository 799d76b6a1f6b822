/**
 * A hybrid logical clock's stamp (Kulkarni, Demirbas et al. 2014) as text that sorts: 12 hex digits of milliseconds, a
 * dash, 4 hex digits of counter. It never goes back when the wall clock does, and stays close to it otherwise.
 */
export type Hlc = string & { readonly __hlc: true };

export const FIRST_HLC = '000000000000-0000' as Hlc;
/** Text that sorts behind every stamp: a list from here on is the whole list. */
export const AFTER_ALL_STAMPS = 'g';
const MAX_COUNTER = 0xffff;

const write = (ms: number, counter: number): Hlc =>
  counter > MAX_COUNTER
    ? write(ms + 1, 0)
    : (`${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}` as Hlc);

export const hlcMs = (stamp: Hlc): number => Number.parseInt(stamp.slice(0, 12), 16);
const hlcCounter = (stamp: Hlc): number => Number.parseInt(stamp.slice(13), 16);

/** The stamp of the next local change: later than `last`, and not before `nowMs`. */
export function tick(last: Hlc, nowMs: number): Hlc {
  const lastMs = hlcMs(last);
  return nowMs > lastMs ? write(nowMs, 0) : write(lastMs, hlcCounter(last) + 1);
}

/** Whether the stamp `ours` gives way to `theirs`. Equal stamps are decided by store id, the greater one wins. */
export const givesWayTo = (ours: Hlc, oursFrom: string, theirs: Hlc, theirsFrom: string): boolean =>
  ours === theirs ? oursFrom < theirsFrom : ours < theirs;

/** The first stamp that a moment can have: all that was written from then on is at or behind it. */
export const firstStampAt = (ms: number): Hlc => write(Math.max(0, ms), 0);
