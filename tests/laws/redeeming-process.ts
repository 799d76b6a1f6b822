import { connect } from '../../db/kernel/connection.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { readOpenStore } from '../../electron/features/stores/read-open-store.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { idsAt } from '../fixtures/shop.ts';

/**
 * A client that redeems one point after another as fast as it can, past the lock that keeps a store to one process.
 * Arguments: file, member, and how often to try. Prints how often it was done, and every other answer with its count.
 */
const [file = '', memberId = '', tries = '0'] = process.argv.slice(2);
const db = connect(file);
const store = readOpenStore({ ...db, backup: null, close: () => db.raw.close() });
if (!store) throw new Error('no store');
const ids = idsAt(Date.now);
const answers: Record<string, number> = {};
for (let attempt = 0; attempt < Number(tries); attempt += 1) {
  const command = {
    redemptionId: ids<'redemption'>(),
    memberId: memberId as Id<'member'>,
    points: 1,
    reward: 'a sweet',
  };
  const outcome = redeemPoints(store, command, null, Date.now(), ids);
  const answer = outcome.ok ? 'done' : outcome.reason;
  answers[answer] = (answers[answer] ?? 0) + 1;
}
db.raw.close();
console.log(JSON.stringify(answers));
