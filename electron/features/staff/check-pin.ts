import { type Act, perform } from '../../../db/changes/act.ts';
import { transaction } from '../../../db/kernel/connection.ts';
import { putAttempts, staffCredential } from '../../../db/staff/staff.queries.ts';
import type { StaffChoice } from '../../../shared/contract/staff.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { Clock } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { bookAttempt, FREE_ATTEMPTS, lockRemainingMs } from '../../../shared/staff/pin.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { pinMatches } from './pin-hash.ts';

export interface PinClaim {
  readonly staffId: Id<'staff'>;
  readonly pin: string;
}
/** Notes in the audit log what came of it. Not called where no PIN was looked at, so a lock cannot flood the log. */
type Note = (act: Act, who: StaffChoice, isRight: boolean) => void;

/**
 * Checks a PIN. The attempt is booked on the disk before the PIN is looked at, so neither a restart nor a killed
 * process gives another try; a right PIN clears the count.
 */
export async function checkPin(
  store: OpenStore,
  { staffId, pin }: PinClaim,
  clock: Clock,
  note: Note,
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
  const who: StaffChoice = { staffId: known.staffId, name: known.name, role: known.role };
  const isRight = await pinMatches(known.pinHash, pin);
  perform(store.db, clock(), (act) => {
    if (isRight) putAttempts.run(act.db, { staffId, failedAttempts: 0, lockedUntilMs: 0 });
    note(act, who, isRight);
  });
  if (isRight) return done(who);
  const lockedMs = lockRemainingMs(attempts, clock());
  return lockedMs > 0
    ? refuse('locked-out', { seconds: Math.ceil(lockedMs / 1000) })
    : refuse('wrong-pin', { attemptsLeft: FREE_ATTEMPTS - attempts.failedAttempts });
}
