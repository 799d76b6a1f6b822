import type { ExportPart } from '../../../shared/contract/exports.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { ApiClient } from '../../lib/api.ts';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));

/**
 * Takes a file part by part, telling how many rows are in it. Each part becomes a blob of its own, which the browser
 * keeps outside the page's memory. Null where `signal` ended it: then there is no file, not half of one.
 */
export async function takeExport(
  client: ApiClient,
  exportId: Id<'export'>,
  onRows: (doneRows: number) => void,
  signal: AbortSignal,
): Promise<Blob[] | null> {
  const parts: Blob[] = [];
  for (let index = 0; ; index += 1) {
    if (signal.aborted) {
      await client.exports.cancel.mutate({ exportId });
      return null;
    }
    const { base64, doneRows, isLast }: ExportPart = await client.exports.part.mutate({ exportId, index });
    parts.push(new Blob([bytesOf(base64)]));
    onRows(doneRows);
    if (isLast) return signal.aborted ? null : parts;
  }
}
