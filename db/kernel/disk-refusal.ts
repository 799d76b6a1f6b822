import type { DiskRefusal } from '../../shared/contract/disk-refusals.ts';
import { type Refusal, refuse } from '../../shared/kernel/outcome.ts';

/**
 * What an error of the disk means to whoever asked for an act, where it is certain that nothing of it happened; null
 * for a bug, and for a sync that failed: then nobody knows, and the same act is to be asked for again.
 */
export function diskRefusalOf(error: unknown): Refusal<DiskRefusal> | null {
  const code = String((error as { readonly code?: unknown } | null)?.code ?? '');
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refuse('disk-full');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return refuse('disk-read-only');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return refuse('store-damaged');
  return null;
}
