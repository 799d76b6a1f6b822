import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type Act, perform } from '../../../db/changes/act.ts';
import { offerById, offerKnown } from '../../../db/offers/offers.queries.ts';
import type { offersContract } from '../../../shared/contract/offers.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { checkOffers } from '../../../shared/promotions/check-offers.ts';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { knowsAllOf } from './named-goods.ts';

type Save = z.output<typeof offersContract.save.input>;
type SaveOutcome = Outcome<null, Refusal<(typeof offersContract.save.refusals)[number]>>;

/** Why these terms may not stand, all faults at once, or null. */
export function senseless(offerId: Id<'offer'>, terms: OfferTerms): Refusal<'offer-makes-no-sense'> | null {
  const faults = checkOffers([{ ...terms, id: offerId, version: 1 }]).map(({ reason }) => reason);
  return faults.length > 0 ? refuse('offer-makes-no-sense', { faults: faults.join(',') }) : null;
}

/** The campaign that an offer belongs to, or null. */
const campaignOf = ({ conditions }: OfferTerms): Id<'campaign'> | null =>
  conditions.find((condition) => condition.kind === 'campaign')?.campaignId ?? null;

/**
 * Writes a draft or the next version of an offer. Versions are never edited: a purchase keeps the one it was made under.
 * The same terms again write nothing, so an answer that was lost may be asked for again.
 */
export function saveOffer(
  store: OpenStore,
  { offerId, basedOn, terms, note }: Save,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): SaveOutcome {
  return perform<SaveOutcome>(store.db, nowMs, (act: Act) => {
    const known = offerById.get(act.db, { offerId });
    const owner = store.facts.storeId as string;
    if (known && isDeepStrictEqual(known.terms, terms) && known.note === note) return done(null);
    if (known && known.owner !== owner) return refuse('offer-not-ours');
    if (known?.state === 'ended') return refuse('offer-ended');
    // One that was thrown away is not written again.
    if (basedOn !== (known?.version ?? 0) || (!known && offerKnown.get(act.db, { offerId })))
      return refuse('offer-changed');
    const why = senseless(offerId, terms);
    if (why) return why;
    if (!knowsAllOf(act.db, terms)) return refuse('offer-names-unknown');
    // Its campaign puts it in; who is treated would no longer be who was drawn.
    if (campaignOf(terms) !== (known ? campaignOf(known.terms) : null)) return refuse('offer-of-campaign');
    act.record('offer', {
      id: offerId,
      owner,
      version: basedOn + 1,
      state: known?.state ?? 'draft',
      terms,
      note,
      atMs: nowMs,
      staffId,
    });
    const parts = (Object.keys(terms) as (keyof OfferTerms)[]).filter(
      (part) => !isDeepStrictEqual(known?.terms[part], terms[part]),
    );
    audit(
      act,
      { store, staffId, ids },
      {
        action: 'change-offer',
        subjectKind: 'offer',
        subjectId: offerId,
        fields: [...parts, ...(known?.note === note ? [] : ['note'])],
      },
    );
    return done(null);
  });
}
