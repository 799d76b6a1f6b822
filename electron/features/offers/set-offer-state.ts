import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { offerById } from '../../../db/offers/offers.queries.ts';
import type { offersContract } from '../../../shared/contract/offers.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { mayBecome } from '../../../shared/promotions/offer-state.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type SetState = z.output<typeof offersContract.setState.input>;
type StateOutcome = Outcome<null, Refusal<(typeof offersContract.setState.refusals)[number]>>;

/** Takes an offer live, pauses it, lets it go on or ends it. One that is in this state already stays as it is. */
export function setOfferState(
  store: OpenStore,
  { offerId, basedOn, state }: SetState,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): StateOutcome {
  return perform<StateOutcome>(store.db, nowMs, (act) => {
    const known = offerById.get(act.db, { offerId });
    if (!known) return refuse('offer-unknown');
    if (known.state === state) return done(null);
    const { owner, version, terms, note } = known;
    if (owner !== store.facts.storeId) return refuse('offer-not-ours');
    if (known.state === 'ended') return refuse('offer-ended');
    if (basedOn !== version) return refuse('offer-changed');
    if (!mayBecome(known.state, state)) return refuse('offer-state-unfit');
    act.record('offer', { id: offerId, owner, version: version + 1, state, terms, note, atMs: nowMs, staffId });
    audit(
      act,
      { store, staffId, ids },
      { action: 'offer-state', subjectKind: 'offer', subjectId: offerId, fields: [state] },
    );
    return done(null);
  });
}
