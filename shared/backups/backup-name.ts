/** In the data folder, beside the store's database. */
export const BACKUPS_FOLDER = 'backups';

/** `store`: made as planned or asked for. `before-update`: before a migration. `replaced`: put aside by a restore. */
export const BACKUP_KINDS = ['store', 'before-update', 'replaced'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** What the name of a backup's file says. */
export interface BackupName {
  readonly kind: BackupKind;
  readonly atMs: number;
  /** The seq of the last fact in it; null where that could not be read (a damaged file that was put aside). */
  readonly lastSeq: number | null;
}

const PATTERN =
  /^(store|before-update|replaced)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-seq-(\d{1,15}|unknown)\.db$/;

/** `store-2026-03-15T04-00-00-000Z-seq-123.db`: sorts by time, and every system takes it for a file's name. */
export const backupFileName = ({ kind, atMs, lastSeq }: BackupName): string =>
  `${kind}-${new Date(atMs).toISOString().replaceAll(/[:.]/g, '-')}-seq-${lastSeq ?? 'unknown'}.db`;

/** Null for a file that is no backup of ours. */
export function parseBackupName(name: string): BackupName | null {
  const [, kind, date, hours, minutes, seconds, ms, seq] = PATTERN.exec(name) ?? [];
  if (!kind) return null;
  const atMs = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${ms}Z`);
  if (Number.isNaN(atMs)) return null;
  return { kind: kind as BackupKind, atMs, lastSeq: seq === 'unknown' ? null : Number(seq) };
}
