import { auditInChangeLog, auditInOrder } from '../../../db/staff/audit.queries.ts';
import { auditChain } from '../../../db/staff/write-staff.ts';
import { CHAIN_START } from '../../../shared/sync/chain.ts';
import type { OpenStore } from '../../api/open-store.ts';

export interface AuditFault {
  readonly position: number;
  readonly what: 'edited-or-moved' | 'deleted' | 'cut-off';
}

/**
 * Walks the audit log and names the first row that is not what its chain says. Positions count from 1 without a gap, so
 * a missing one was deleted; an end that the change log knows further was cut off.
 */
export function verifyAudit({ db }: OpenStore): { checked: number; fault: AuditFault | null } {
  let previous: Uint8Array = CHAIN_START;
  let checked = 0;
  let lastId: string | null = null;
  for (const { position, chain, ...fact } of auditInOrder.iterate(db, {})) {
    if (position !== checked + 1) return { checked, fault: { position: checked + 1, what: 'deleted' } };
    if (Buffer.compare(auditChain(previous, fact), chain) !== 0)
      return { checked, fault: { position, what: 'edited-or-moved' } };
    previous = chain;
    lastId = fact.id;
    checked += 1;
  }
  const logged = auditInChangeLog.get(db, {});
  const isCutOff = logged?.lastId != null && logged.lastId !== lastId;
  return { checked, fault: isCutOff ? { position: checked + 1, what: 'cut-off' } : null };
}
