import { perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { couponState, dropOldGuesses, guessesOfTill, putGuess } from '../../../db/coupons/coupons.queries.ts';
import { asCouponCode, isCouponCode } from '../../../shared/coupons/coupon-code.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { Doer } from '../../../shared/staff/doer.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

/** So many codes that are nobody's may be tried at a till within a minute. */
export const GUESSES_A_MINUTE = 5;
const MINUTE_MS = 60_000;

/**
 * Counts codes that read like coupons and are none. Beyond five a minute the till has to wait until the first of them is
 * a minute old, also after a restart, and the audit log says so; no code is kept but as a digest. While it waits no
 * coupon is taken at all, since a right code that passes would end the guessing. What cannot be a code is a mistake of
 * the fingers and not counted.
 */
export function watchGuesses(
  store: OpenStore,
  codes: readonly string[] | undefined,
  doer: Doer,
  nowMs: number,
  ids: IdSource,
): Refusal<'coupon-wait'> | null {
  if (!codes || codes.length === 0) return null;
  const { db, facts } = store;
  const { tillId } = facts;
  const sinceMs = nowMs - MINUTE_MS;
  const waiting = waitOf(guessesOfTill.all(db, { tillId, sinceMs }), nowMs);
  if (waiting) return waiting;
  const wrong = codes.map(asCouponCode).filter((code) => isCouponCode(code) && !couponState.get(db, { code }));
  if (wrong.length === 0) return null;
  return perform<Refusal<'coupon-wait'> | null>(db, nowMs, (act) => {
    dropOldGuesses.run(act.db, { tillId, sinceMs });
    for (const code of wrong)
      putGuess.run(act.db, { tillId, codeDigest: nodeDigest.sha256([nodeDigest.utf8(code)]), nowMs });
    const now = waitOf(guessesOfTill.all(act.db, { tillId, sinceMs }), nowMs);
    if (now)
      audit(
        act,
        { store, staffId: doer, ids },
        { action: 'coupon-guessing', subjectKind: 'till', subjectId: tillId, fields: [] },
      );
    return now;
  });
}

function waitOf(guesses: readonly { readonly atMs: number }[], nowMs: number): Refusal<'coupon-wait'> | null {
  if (guesses.length < GUESSES_A_MINUTE) return null;
  const first = guesses[guesses.length - GUESSES_A_MINUTE] as { readonly atMs: number };
  return refuse('coupon-wait', { seconds: Math.max(1, Math.ceil((first.atMs + MINUTE_MS - nowMs) / 1000)) });
}
