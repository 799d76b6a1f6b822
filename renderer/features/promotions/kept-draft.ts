import type { Id } from '../../../shared/kernel/id.ts';
import { keptDrafts } from '../../lib/kept-drafts.ts';
import type { OfferDraft } from './offer-draft.ts';

interface KeptOffer {
  readonly id: Id<'offer'>;
  readonly basedOn: number;
  readonly draft: OfferDraft;
  readonly learned: readonly { readonly id: string; readonly name: string }[];
}

export const offerDrafts = keptDrafts<'offer', KeptOffer>('offer-drafts', 2);
