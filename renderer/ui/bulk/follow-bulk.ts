import type { Id } from '../../../shared/kernel/id.ts';
import type { BulkStatus } from '../../../shared/lists/bulk.ts';
import type { ApiClient } from '../../lib/api.ts';

const ASK_EVERY_MS = 300;

/** Asks how far a run is until it has ended. */
export async function followBulk(
  client: ApiClient,
  begun: BulkStatus,
  onStatus: (status: BulkStatus) => void,
): Promise<BulkStatus> {
  let status = begun;
  while (status.state === 'running') {
    onStatus(status);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    status = await client.bulk.status.query({ runId: status.runId as Id<'bulk'> });
  }
  return status;
}
