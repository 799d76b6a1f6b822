import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import { offerById, offerKnown } from '../../../db/offers/offers.queries.ts';
import type { offersContract } from '../../../shared/contract/offers.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type Copy = z.output<typeof offersContract.copy.input>;
type CopyOutcome = Outcome<null, Refusal<(typeof offersContract.copy.refusals)[number]>>;

/** Makes a draft of this store's own with the terms of another offer, whoever's that is, for everybody and not its campaign. */
export function copyOffer(
  store: OpenStore,
  { offerId, copyId, name }: Copy,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): CopyOutcome {
  return perform<CopyOutcome>(store.db, nowMs, (act) => {
    const source = offerById.get(act.db, { offerId });
    if (!source) return refuse('offer-unknown');
    const conditions = source.terms.conditions.filter(({ kind }) => kind !== 'campaign');
    const terms = { ...source.terms, name, conditions };
    const made = offerById.get(act.db, { offerId: copyId });
    if (made && isDeepStrictEqual(made.terms, terms)) return done(null);
    if (offerKnown.get(act.db, { offerId: copyId })) return refuse('offer-id-reused');
    act.record('offer', {
      id: copyId,
      owner: store.facts.storeId,
      version: 1,
      state: 'draft',
      terms,
      note: source.note,
      atMs: nowMs,
      staffId,
    });
    audit(
      act,
      { store, staffId, ids },
      { action: 'change-offer', subjectKind: 'offer', subjectId: copyId, fields: Object.keys(terms) },
    );
    return done(null);
  });
}
