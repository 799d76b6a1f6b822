import type { Act } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { DecidedTier } from '../../../shared/tiers/decide.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { tierNameOf } from './message-values.ts';
import { sendNotice } from './send-notice.ts';

interface TierTold extends Pick<DecidedTier, 'from' | 'to' | 'reason'> {
  readonly memberId: Id<'member'>;
  readonly changeId: Id<'tier-change'>;
}

/** Tells a member of another tier; of one that was kept or brought along there is nothing to tell. */
export function tellOfTier(
  act: Act,
  store: OpenStore,
  { memberId, changeId, from, to, reason }: TierTold,
  ids: IdSource,
): void {
  if (from === to || reason === 'taken-over') return;
  const given = (language: Parameters<typeof tierNameOf>[2]) => ({ formerTier: tierNameOf(store, from, language) });
  sendNotice(act, { kind: 'tier-change', memberId, about: changeId, given }, { store, ids });
}
