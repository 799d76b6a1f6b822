import { memberRecord } from '../../../db/members/members.queries.ts';
import { flawedMembers } from '../../../db/members/scan.queries.ts';
import type { MendRow } from '../../../shared/contract/quality.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { type Flaw, type Quality, qualityOf } from '../../../shared/members/quality.ts';
import { lastWrittenMs } from '../../../shared/members/stamps.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { memberCard } from '../members/member-card.ts';

interface MemberQuality extends Quality {
  readonly confirmedAtMs: number | null;
}

/** How good what is on file about a member is. Null for an id that is not here. */
export function memberQuality({ db }: OpenStore, memberId: Id<'member'>, nowMs: number): MemberQuality | null {
  const asked = memberRecord.get(db, { memberId });
  const record = asked?.canonicalId ? memberRecord.get(db, { memberId: asked.canonicalId }) : asked;
  if (!record) return null;
  const confirmedAtMs = lastWrittenMs(record.stamps);
  return { ...qualityOf({ ...record, confirmedAtMs }, nowMs), confirmedAtMs };
}

/** Those whom the last scan found with a flaw and who still have it. */
export function membersToMend(
  store: OpenStore,
  { flaw, offset, limit }: { readonly flaw: Flaw; readonly offset: number; readonly limit: number },
  nowMs: number,
): { total: number; rows: MendRow[] } {
  const still = flawedMembers.all(store.db, { flaw }).flatMap(({ memberId }) => {
    const quality = memberQuality(store, memberId, nowMs);
    return quality?.flaws.includes(flaw) ? { memberId, ...quality } : [];
  });
  return {
    total: still.length,
    rows: still.slice(offset, offset + limit).flatMap(({ memberId, score, confirmedAtMs }) => {
      const card = memberCard(store, memberId, nowMs);
      return card ? { card, score, confirmedAtMs } : [];
    }),
  };
}
