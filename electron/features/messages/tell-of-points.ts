import type { Act } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { sendNotice } from './send-notice.ts';

interface PointsTold {
  readonly memberId: Id<'member'>;
  /** The act in the ledger. */
  readonly actId: string;
  /** Negative: taken or redeemed. */
  readonly points: number;
}

/** Tells a member of points that were given or taken without a purchase. */
export function tellOfPoints(act: Act, store: OpenStore, { memberId, actId, points }: PointsTold, ids: IdSource): void {
  const given = (language: string) => ({
    changedPoints: new Intl.NumberFormat(language, { signDisplay: 'always' }).format(points),
  });
  sendNotice(act, { kind: 'points', memberId, about: actId, given }, { store, ids });
}
