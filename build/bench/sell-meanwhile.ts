import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { someMembers } from '../../db/bench/raw-limits.ts';
import { idText } from '../../db/kernel/codec.ts';
import type { AppHost } from '../../electron/api/app-host.ts';
import type { OpenStore } from '../../electron/api/open-store.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { saleMaker, sellOrThrow } from './bench-checkout.ts';

/** A till that never stops: a sale each so many milliseconds. */
const SALE_EACH_MS = 50;

/**
 * Sells until it is told to stop. A sale is due at its time, whatever the program is busy with then: what a clerk waits
 * is from there to the receipt.
 */
export async function sellMeanwhile(store: OpenStore, host: AppHost, isOver: () => boolean): Promise<number[]> {
  const sale = saleMaker(store, host);
  const members = someMembers(store.db, 1_000).map(({ id }) => idText<'member'>(id));
  const waits: number[] = [];
  let due = performance.now();
  for (let index = 0; !isOver(); index += 1) {
    due += SALE_EACH_MS;
    await setTimeout(Math.max(0, due - performance.now()));
    sellOrThrow(store, host, sale(members[index % members.length] as Id<'member'>, index));
    waits.push(performance.now() - due);
    // A till that fell behind serves the next customer, not all that it missed.
    due = Math.max(due, performance.now() - SALE_EACH_MS);
  }
  return waits;
}

export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
