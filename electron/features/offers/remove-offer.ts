import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { offerById, offerKnown } from '../../../db/offers/offers.queries.ts';
import type { offersContract } from '../../../shared/contract/offers.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type RemoveOutcome = Outcome<null, Refusal<(typeof offersContract.remove.refusals)[number]>>;

/** Throws a draft away. What was ever live stays, since purchases may name it. */
export function removeOffer(
  store: OpenStore,
  { offerId }: z.output<typeof offersContract.remove.input>,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): RemoveOutcome {
  return perform<RemoveOutcome>(store.db, nowMs, (act) => {
    const known = offerById.get(act.db, { offerId });
    if (!known) return offerKnown.get(act.db, { offerId }) ? done(null) : refuse('offer-unknown');
    const { owner, version, state, terms, note } = known;
    if (owner !== store.facts.storeId) return refuse('offer-not-ours');
    if (state !== 'draft') return refuse('offer-no-draft');
    const removed = { id: offerId, owner, version: version + 1, state: 'removed' as const, terms, note };
    act.record('offer', { ...removed, atMs: nowMs, staffId });
    audit(
      act,
      { store, staffId, ids },
      { action: 'remove-offer', subjectKind: 'offer', subjectId: offerId, fields: [] },
    );
    return done(null);
  });
}
