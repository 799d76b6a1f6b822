import { setImmediate } from 'node:timers/promises';
import { type Act, MAX_BYTES, MAX_CHANGES, perform } from '../../../db/changes/act.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import type { StoreDatabase } from '../../../db/kernel/open-store-database.ts';
import { productById } from '../../../db/products/products.queries.ts';
import { purchaseById } from '../../../db/purchases/purchases.queries.ts';
import { inChunks, type Sized } from '../../../shared/imports/chunks.ts';
import {
  type RetailFact,
  type RetailTarget,
  type RetailUnit,
  retailUnits,
} from '../../../shared/imports/retail-mapping.ts';
import type { RetailSource } from '../../../shared/imports/retail-source.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';

/** What a long run is told from outside, and what it tells. */
export interface ImportRun {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Products and purchases that the store holds by now, of all there will be. */
  readonly onProgress?: (written: number, total: number) => void;
}

/**
 * Writes what is not here yet, in chunks that are each one act, and lets others have their turn after each. Returns
 * false when it was told to stop: what is committed stays, and the same call again goes on from there.
 */
export async function writeRetail(
  db: StoreDatabase,
  source: RetailSource,
  target: RetailTarget,
  { clock, signal, onProgress }: ImportRun,
): Promise<boolean> {
  const total = source.products.length + source.invoices.length;
  let written = 0;
  function* missing(): Generator<RetailUnit> {
    for (const unit of retailUnits(source, target))
      if (isHere(db, unit)) written += 1;
      else yield unit;
  }
  for (const chunk of inChunks(missing(), sizeOf, { changes: MAX_CHANGES, bytes: MAX_BYTES })) {
    if (signal?.aborted) return false;
    perform(db, clock(), (act) => {
      for (const unit of chunk) for (const fact of unit.facts) record(act, fact);
    });
    written += chunk.length;
    onProgress?.(written, total);
    await setImmediate();
  }
  return true;
}

const isHere = (db: ReadDb, { last }: RetailUnit): boolean =>
  last.kind === 'product'
    ? productById.get(db, { productId: last.body.id }) !== undefined
    : purchaseById.get(db, { purchaseId: last.body.id }) !== undefined;

/** A fact's kind and body belong together, which the compiler cannot follow through a union. */
const record = (act: Act, { kind, body }: RetailFact): void => act.record(kind, body as never);

/** The log keeps a body as its JSON, so that is what it weighs. */
const sizeOf = ({ facts }: RetailUnit): Sized => ({
  changes: facts.length,
  bytes: facts.reduce((sum, { body }) => sum + Buffer.byteLength(JSON.stringify(body)), 0),
});
