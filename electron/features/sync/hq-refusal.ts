import { type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { type HqRefusal, refusalOfProblem } from '../../../shared/trust/hq-refusals.ts';
import { Refused, Unreachable } from './door-client.ts';

const OF_CODE: Readonly<Record<string, HqRefusal>> = {
  NOT_PINNED: 'hq-is-another',
  NO_HEADQUARTERS: 'hq-not-there',
  NO_PROGRESS: 'hq-misunderstood',
  KEY_LOST: 'hq-key-ended',
  NOT_ENROLLED: 'hq-not-enrolled',
};

/** What an error on the way to headquarters means to a person; null for a bug or a broken disk. */
export function hqRefusalOf(error: unknown): Refusal<HqRefusal> | null {
  if (error instanceof Refused) return refuse(refusalOfProblem(error.reason));
  if (!(error instanceof Unreachable)) return null;
  const { code } = error;
  // Whoever is there speaks no TLS 1.3: some other program's port.
  if (/^(ERR_SSL|EPROTO|HPE_)/.test(code)) return refuse('hq-not-there');
  return refuse(OF_CODE[code] ?? 'hq-unreachable', { code });
}
