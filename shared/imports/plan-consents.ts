import type { Id } from '../kernel/id.ts';
import type { ConsentPurpose, MemberStatus } from '../members/profile.ts';
import { idOfRow, type PlannedFact, type PlanTerms } from './plan.ts';
import { CONSENT_OF, type MemberRow } from './targets/members.ts';

/** The event of a purpose that is in force. */
export interface ConsentInForce {
  readonly eventId: Id<'consent-event'>;
  readonly given: boolean;
}

/** The member whom a row speaks of, and what was last said of each purpose; one that is left out was never asked. */
interface Consenting {
  readonly memberId: Id<'member'>;
  readonly status: MemberStatus;
  readonly consents: ReadonlyMap<ConsentPurpose, ConsentInForce>;
}

const FIELDS = Object.entries(CONSENT_OF) as [keyof typeof CONSENT_OF, ConsentPurpose][];

/** Whether a row says anything of a consent. */
export const saysConsent = (row: MemberRow): boolean => FIELDS.some(([field]) => row[field] !== null);

/**
 * What a row says of consents. A file is older than what a person said here: so a “yes” counts only where nobody was
 * asked yet, and never for a closed account; a “no” counts always. The notice that was read is the other system's.
 */
export function planConsents(
  row: MemberRow,
  { memberId, status, consents }: Consenting,
  at: number,
  terms: PlanTerms,
): PlannedFact[] {
  return FIELDS.flatMap(([field, purpose]): PlannedFact[] => {
    if (row[field] === null) return [];
    const given = row[field] === 'yes';
    const inForce = consents.get(purpose);
    const changes = given ? inForce === undefined && status !== 'closed' : inForce?.given !== false;
    if (!changes) return [];
    const id = idOfRow(terms, `consent-${purpose}`, at) as Id as Id<'consent-event'>;
    return [
      {
        kind: 'consent-event',
        body: {
          id,
          memberId,
          purpose,
          given,
          noticeVersion: terms.source || 'import',
          channel: 'import',
          storeId: terms.storeId,
          staffId: terms.staffId,
          atMs: terms.startedAtMs,
          supersedesId: inForce?.eventId ?? null,
        },
      },
    ];
  });
}
