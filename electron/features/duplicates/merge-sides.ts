import type { ReadDb } from '../../../db/kernel/connection.ts';
import { consentsOf, memberById, memberRecord } from '../../../db/members/members.queries.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { inForce } from '../../../shared/members/consent.ts';
import { type MergeSide, mergedValues } from '../../../shared/members/merge.ts';
import { type PhoneRegion, toE164 } from '../../../shared/members/phone.ts';
import { readStamps, stampMs } from '../../../shared/members/stamps.ts';

/** The ids that are to be merged as the decision sees them; those that are not here are left out. */
export const mergeSides = (db: ReadDb, memberIds: readonly Id<'member'>[], region: PhoneRegion): MergeSide[] =>
  memberIds.flatMap((memberId) => {
    const record = memberRecord.get(db, { memberId });
    const person = memberById.get(db, { memberId });
    if (!record || !person) return [];
    const { status, enrolledAtMs, canonicalId } = record;
    const values = mergedValues(record);
    const stamps = readStamps(record.stamps);
    return {
      memberId,
      values,
      status,
      enrolledAtMs,
      canonicalId,
      writtenAtMs: Object.fromEntries(
        Object.keys(values).flatMap((field) => {
          const stamp = stamps.get(field);
          return stamp ? [[field, stampMs(stamp)]] : [];
        }),
      ),
      phoneIsValid: record.phone !== null && toE164(record.phone, region) === record.phone,
      purchases: person.purchases,
      consents: inForce(consentsOf.all(db, { memberId })),
    };
  });
