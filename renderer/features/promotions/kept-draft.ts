import { useEffect } from 'react';
import type { Id } from '../../../shared/kernel/id.ts';
import { newId } from '../../lib/new-id.ts';
import { recall, remember } from '../../lib/remembered.ts';
import type { OfferDraft } from './offer-draft.ts';

/** What was typed of one offer and not saved yet: it outlives leaving the page and starting the program again. */
interface KeptDraft {
  readonly offerId: string;
  /** The version that the form began with. */
  readonly basedOn: number;
  readonly draft: OfferDraft;
  readonly learned: readonly { readonly id: string; readonly name: string }[];
}

const KEPT = 'offer-drafts';
/** Nobody writes more at once; the oldest gives way. */
const MOST_KEPT = 8;
/** Drafts of another shape are of no use. */
const SHAPE = 1;

function keptDrafts(): readonly KeptDraft[] {
  try {
    const kept: unknown = JSON.parse(recall(KEPT) ?? 'null');
    const isOurs = typeof kept === 'object' && kept !== null && 'shape' in kept && kept.shape === SHAPE;
    return isOurs && 'drafts' in kept ? (kept.drafts as KeptDraft[]) : [];
  } catch {
    return [];
  }
}

const keepAll = (drafts: readonly KeptDraft[]) => remember(KEPT, JSON.stringify({ shape: SHAPE, drafts }));

export const keptDraft = (offerId: string): KeptDraft | null =>
  keptDrafts().find((kept) => kept.offerId === offerId) ?? null;

export const forgetDraft = (offerId: string): void => keepAll(keptDrafts().filter((kept) => kept.offerId !== offerId));

/** The id of the new offer that was begun and not saved, else another one. */
export const unsavedOffer = (): Id<'offer'> =>
  (keptDrafts().find(({ basedOn }) => basedOn === 0)?.offerId as Id<'offer'> | undefined) ?? newId<'offer'>();

/** Keeps what is typed while it differs from what is saved. */
export function useKeepDraft(kept: KeptDraft, isDirty: boolean): void {
  const text = JSON.stringify(kept);
  useEffect(() => {
    const current = JSON.parse(text) as KeptDraft;
    if (!isDirty) return forgetDraft(current.offerId);
    keepAll([current, ...keptDrafts().filter(({ offerId }) => offerId !== current.offerId)].slice(0, MOST_KEPT));
  }, [text, isDirty]);
}
