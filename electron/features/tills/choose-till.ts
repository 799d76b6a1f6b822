import { perform } from '../../../db/changes/act.ts';
import { basketAtTill, takeToTill } from '../../../db/purchases/open-baskets.queries.ts';
import { openShift } from '../../../db/staff/shifts.queries.ts';
import { chooseTill as putChosen, tillsOfStore } from '../../../db/stores/tills.queries.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { makeRoom } from '../purchases/open-baskets.ts';
import { audit } from '../staff/audit.ts';

type Chosen = Outcome<null, Refusal<'till-unknown' | 'shift-still-open'>>;

/**
 * Makes this computer another of the store's tills, from the next act on: `store.facts` are read again by the caller. A
 * basket that is rung up goes along. A shift that is open here must be closed first, or its drawer would be counted at a
 * till where nobody sold.
 */
export function chooseTill(
  store: OpenStore,
  tillId: Id<'till'>,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Chosen {
  const here = store.facts.tillId;
  return perform<Chosen>(store.db, nowMs, (act) => {
    if (!tillsOfStore.all(act.db, {}).some((till) => till.tillId === tillId)) return refuse('till-unknown');
    if (tillId === here) return done(null);
    if (openShift.get(act.db, { tillId: here })) return refuse('shift-still-open', { till: store.facts.tillCode });
    const basket = basketAtTill.get(act.db, { tillId: here });
    if (basket) {
      makeRoom(act.db, tillId, basket.purchaseId);
      takeToTill.run(act.db, { tillId, purchaseId: basket.purchaseId });
    }
    putChosen.run(act.db, { tillId });
    audit(act, { store, staffId, ids }, { action: 'choose-till', subjectKind: 'till', subjectId: tillId, fields: [] });
    return done(null);
  });
}
