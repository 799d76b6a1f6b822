import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { memberById } from '../../../db/members/members.queries.ts';
import { productById } from '../../../db/products/products.queries.ts';
import { openRequestTexts, requestById } from '../../../db/requests/requests.queries.ts';
import type { requestsContract } from '../../../shared/contract/requests.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { requestKey } from '../../../shared/requests/group-requests.ts';
import type { OpenStore } from '../../api/open-store.ts';

type Note = z.output<typeof requestsContract.note.input>;
type NoteOutcome = Outcome<
  z.output<typeof requestsContract.note.output>,
  Refusal<(typeof requestsContract.note.refusals)[number]>
>;

/** Notes what was asked for and not had, once per `requestId`; answers how often it is wanted by now. */
export function noteRequest(store: OpenStore, input: Note, staffId: Id<'staff'> | null, nowMs: number): NoteOutcome {
  const asked = { ...input, note: input.note || null };
  return perform<NoteOutcome>(store.db, nowMs, (act) => {
    const timesAsked = () => {
      const key = requestKey(asked);
      return openRequestTexts.all(act.db, {}).filter((each) => requestKey(each) === key).length;
    };
    const known = requestById.get(act.db, { requestId: asked.requestId });
    if (known) {
      const isSame = (Object.keys(known) as (keyof typeof known)[]).every((name) => known[name] === asked[name]);
      return isSame ? done({ requestId: asked.requestId, timesAsked: timesAsked() }) : refuse('request-id-reused');
    }
    if (asked.productId && !productById.get(act.db, { productId: asked.productId }))
      return refuse('request-product-unknown');
    if (asked.memberId && !memberById.get(act.db, { memberId: asked.memberId })) return refuse('member-unknown');
    const { requestId, ...said } = asked;
    act.record('product-request', {
      id: requestId,
      storeId: store.facts.storeId,
      tillId: store.facts.tillId,
      staffId,
      atMs: nowMs,
      businessDate: businessDate(nowMs, store.day),
      ...said,
    });
    return done({ requestId, timesAsked: timesAsked() });
  });
}
