import { transaction } from '../../../db/kernel/connection.ts';
import { putAttempts, staffCredential } from '../../../db/staff/staff.queries.ts';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { bookAttempt, FREE_ATTEMPTS, lockRemainingMs } from '../../../shared/staff/pin.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { pinMatches } from './pin-hash.ts';

/**
 * Checks a PIN. The attempt is booked on the disk before the PIN is looked at, so neither a restart nor a killed
 * process gives another try; a right PIN clears the count.
 */
export async function signIn(
  store: OpenStore,
  { staffId, pin }: { readonly staffId: Id<'staff'>; readonly pin: string },
  clock: Clock,
): Promise<Outcome<StaffChoice, Refusal<'wrong-pin' | 'locked-out' | 'staff-unknown'>>> {
  const booked = transaction(store.db, (tx) => {
    const known = staffCredential.get(tx, { staffId });
    if (!known) return refuse('staff-unknown');
    const lockedMs = lockRemainingMs(known, clock());
    if (lockedMs > 0) {
      // The clock was set back: from here on the lock is counted by the clock as it is, or it would last for ever.
      const lockedUntilMs = clock() + lockedMs;
      if (lockedUntilMs < known.lockedUntilMs)
        putAttempts.run(tx, { staffId, failedAttempts: known.failedAttempts, lockedUntilMs });
      return refuse('locked-out', { seconds: Math.ceil(lockedMs / 1000) });
    }
    const attempts = bookAttempt(known, clock());
    putAttempts.run(tx, { staffId, ...attempts });
    return done({ known, attempts });
  });
  if (!booked.ok) return booked;

  const { known, attempts } = booked.value;
  if (!(await pinMatches(known.pinHash, pin))) {
    const lockedMs = lockRemainingMs(attempts, clock());
    return lockedMs > 0
      ? refuse('locked-out', { seconds: Math.ceil(lockedMs / 1000) })
      : refuse('wrong-pin', { attemptsLeft: FREE_ATTEMPTS - attempts.failedAttempts });
  }
  transaction(store.db, (tx) => putAttempts.run(tx, { staffId, failedAttempts: 0, lockedUntilMs: 0 }));
  return done({ staffId: known.staffId, name: known.name, role: known.role });
}
