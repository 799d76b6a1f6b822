import { offersContract } from '../../../shared/contract/offers.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal } from '../../../shared/kernel/outcome.ts';
import { router, type StoreCall, serveMutation, serveQuery } from '../../api/serve.ts';
import { copyOffer } from './copy-offer.ts';
import { offerRows, viewOffer } from './offer-view.ts';
import { removeOffer } from './remove-offer.ts';
import { saveOffer } from './save-offer.ts';
import { setOfferState } from './set-offer-state.ts';
import { tryOffers } from './try-offers.ts';

/** Tells every window, and answers with the offer as it is now. */
function changed<Reason extends string>(
  { store, host, clock }: StoreCall,
  outcome: Outcome<null, Refusal<Reason>>,
  offerId: Id<'offer'>,
) {
  if (!outcome.ok) return outcome;
  host.changes.publish(['offers']);
  return viewOffer(store, offerId, clock());
}

export const offersRouter = router({
  list: serveQuery(offersContract.list, ({ store, clock }, asked) => done(offerRows(store, asked, clock()))),
  get: serveQuery(offersContract.get, ({ store, clock }, { offerId }) => viewOffer(store, offerId, clock())),
  save: serveMutation(offersContract.save, (call, input) => {
    const { store, staff, clock, ids } = call;
    return changed(call, saveOffer(store, input, staff.staffId, clock(), ids), input.offerId);
  }),
  setState: serveMutation(offersContract.setState, (call, input) => {
    const { store, staff, clock, ids } = call;
    return changed(call, setOfferState(store, input, staff.staffId, clock(), ids), input.offerId);
  }),
  copy: serveMutation(offersContract.copy, (call, input) => {
    const { store, staff, clock, ids } = call;
    return changed(call, copyOffer(store, input, staff.staffId, clock(), ids), input.copyId);
  }),
  remove: serveMutation(offersContract.remove, ({ store, staff, clock, ids, host }, input) => {
    const outcome = removeOffer(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['offers']);
    return outcome;
  }),
  try: serveQuery(offersContract.try, ({ store, clock }, input) => tryOffers(store, input, clock())),
});
