import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { markKnown, requestById, requestsMarked } from '../../../db/requests/requests.queries.ts';
import type { requestsContract } from '../../../shared/contract/requests.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Mark = z.output<typeof requestsContract.mark.input>;
type MarkOutcome = Outcome<{ readonly marked: number }, Refusal<(typeof requestsContract.mark.refusals)[number]>>;

/** Marks requests as ordered, answered, or open again: all of them or none, once per `markId`. */
export function markRequests(
  store: OpenStore,
  { markId, state, requestIds: named }: Mark,
  staffId: Id<'staff'> | null,
  nowMs: number,
): MarkOutcome {
  const requestIds = [...new Set(named)];
  return perform<MarkOutcome>(store.db, nowMs, (act) => {
    const known = markKnown.get(act.db, { markId });
    if (known) {
      const marked = new Set(requestsMarked.all(act.db, { markPk: known.markPk }).map(({ requestId }) => requestId));
      const isSame =
        known.state === state && marked.size === requestIds.length && requestIds.every((id) => marked.has(id));
      return isSame ? done({ marked: marked.size }) : refuse('request-mark-id-reused');
    }
    if (requestIds.some((requestId) => !requestById.get(act.db, { requestId }))) return refuse('request-unknown');
    act.record('request-mark', {
      id: markId,
      storeId: store.facts.storeId,
      staffId,
      atMs: nowMs,
      state,
      requestIds,
    });
    return done({ marked: requestIds.length });
  });
}
