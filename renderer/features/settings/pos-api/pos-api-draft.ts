import type { PosApiStatus } from '../../../../shared/contract/api-keys.contract.ts';

/** What the API's form holds: the port as typed. */
export interface PosApiDraft {
  readonly enabled: boolean;
  readonly port: string;
  readonly openLines: boolean;
}

export const posApiDraft = ({ enabled, port, openLines }: PosApiStatus): PosApiDraft => ({
  enabled,
  port: String(port),
  openLines,
});

/** The port that was typed, or null where it is none that may be listened at. */
export function portOf({ port }: Pick<PosApiDraft, 'port'>): number | null {
  const typed = port.trim();
  const number = Number(typed);
  return /^\d{4,5}$/.test(typed) && number >= 1024 && number <= 65_535 ? number : null;
}
