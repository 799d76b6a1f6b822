import type { ExportPart } from '../../../shared/contract/exports.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { mayDo, type Right } from '../../../shared/staff/rights.ts';
import type { Client } from '../../api/client.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { ExportThread } from './export-thread.ts';

/** A file that a window is taking, made as it is asked for. */
export interface RunningExport {
  readonly exportId: Id<'export'>;
  /** What was asked, to tell a repeated request from another one with the same id. */
  readonly content: string;
  readonly staffId: Id<'staff'>;
  readonly right: Right;
  readonly total: number;
  readonly thread: ExportThread;
  part: { readonly index: number; readonly answer: Promise<ExportPart> } | null;
}

/** One a window; kept in memory, since a window that is gone asks for nothing more. */
const running = new WeakMap<OpenStore, WeakMap<Client, RunningExport>>();

export function keepExport(store: OpenStore, client: Client, file: RunningExport): void {
  const ofStore = running.get(store) ?? new WeakMap<Client, RunningExport>();
  running.set(store, ofStore);
  ofStore.get(client)?.thread.stop();
  ofStore.set(client, file);
}

/** The export of this id, if it is this window's and whoever began it is still signed in and may still see the list. */
export function exportOf(store: OpenStore, client: Client, exportId: Id<'export'>): RunningExport | null {
  const file = running.get(store)?.get(client);
  const { staff } = client;
  return file?.exportId === exportId && staff?.staffId === file.staffId && mayDo(staff.role, file.right) ? file : null;
}

export function dropExport(store: OpenStore, client: Client, exportId: Id<'export'>): void {
  const file = running.get(store)?.get(client);
  if (file?.exportId !== exportId) return;
  file.thread.stop();
  running.get(store)?.delete(client);
}

/** The next part, or the last one again: an answer that was lost is not a hole in the file. */
export async function partOfExport(
  store: OpenStore,
  client: Client,
  { exportId, index }: { readonly exportId: Id<'export'>; readonly index: number },
): Promise<Outcome<ExportPart, Refusal<'export-unknown'>>> {
  const file = exportOf(store, client, exportId);
  if (!file) return refuse('export-unknown');
  const { part } = file;
  if (index === part?.index) return done(await part.answer);
  if (index !== (part?.index ?? -1) + 1 || file.thread.hasEnded) return refuse('export-unknown');
  const answer = Promise.resolve(part?.answer).then(() => file.thread.nextPart());
  file.part = { index, answer };
  return done(await answer);
}
