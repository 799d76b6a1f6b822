import type { RfmCuts } from '../../shared/analysis/rfm.ts';
import { CONSENT_PURPOSES } from '../../shared/members/profile.ts';

/** Who withdrew the consent to it, or refused it, is in no analysis. As member_summary.consents holds it. */
export const MAY_BE_PROFILED = `(consents >> ${2 * CONSENT_PURPOSES.indexOf('profiling')}) & 3 <> 1`;

// Of one row, and of nothing that belongs to the member: SQLite works each of them out once a statement.
const asOfDay = '(SELECT as_of_day FROM value_reckoning)';
const cutsBelow = (value: string, measure: keyof RfmCuts) =>
  [0, 1, 2, 3].map((cut) => `(${value} >= (SELECT cuts ->> '$.${measure}[${cut}]' FROM value_reckoning))`).join(' + ');

/**
 * A member's RFM as three digits (543), over a row of member_summary: by the fifths of the last reckoning and what the
 * member did up to now. NULL for who never bought or may not be profiled, and before the first reckoning.
 */
export const RFM_CODE = `CASE WHEN purchases > 0 AND ${MAY_BE_PROFILED} THEN
    100 * (5 - (${cutsBelow(`${asOfDay} - last_visit_day`, 'recency')}))
    + 10 * (1 + ${cutsBelow('purchases', 'frequency')}) + 1 + ${cutsBelow('net_minor', 'money')} END`;
