import { createContext, useContext } from 'react';
import type { Backup, FactsAtRisk, RestoreReport } from '../../../../shared/contract/backups.contract.ts';
import { useTRPCClient } from '../../../lib/api.ts';

/** The way by which a backup is looked at and restored: from the settings, or before any store is open. */
export interface RestoreDoor {
  /** What comes after: the page goes on, or the store opens. */
  readonly after: 'stay' | 'go';
  readonly atRisk: (backup: Backup) => Promise<FactsAtRisk>;
  /** `facts`: how many were shown to be at risk. */
  readonly restore: (backup: Backup, terms: { bringBack: boolean; facts: number }) => Promise<RestoreReport>;
}

const which = ({ place, name }: Backup) => ({ place, name });

export function useDoorOfSettings(): RestoreDoor {
  const { backups } = useTRPCClient();
  return {
    after: 'stay',
    atRisk: (backup) => backups.atRisk.query(which(backup)),
    restore: (backup, terms) => backups.restore.mutate({ ...which(backup), ...terms }),
  };
}

/** `folder`: the folder in which backups were looked for besides. */
export function useDoorOfRecovery(folder: string | null): RestoreDoor {
  const { recovery } = useTRPCClient();
  return {
    after: 'go',
    atRisk: (backup) => recovery.atRisk.query({ ...which(backup), folder }),
    restore: (backup, { bringBack }) => recovery.restore.mutate({ ...which(backup), folder, bringBack }),
  };
}

export const RestoreDoorContext = createContext<RestoreDoor | null>(null);

export function useRestoreDoor(): RestoreDoor {
  const door = useContext(RestoreDoorContext);
  if (!door) throw new Error('Nothing can be restored here.');
  return door;
}
