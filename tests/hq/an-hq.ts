import { afterAll } from 'vitest';
import { makeEnrolmentCode } from '../../electron/features/hub/enrolment-codes.ts';
import { enrolHere } from '../../electron/features/sync/enrol-here.ts';
import type { Patience } from '../../electron/hq/open-door.ts';
import { type Hq, serveHq } from '../../electron/hq/serve-hq.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must } from '../fixtures/outcome.ts';
import type { Shop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

/** A headquarters whose door is open on loopback, with a clock that the test sets. */
export interface RunningHq extends Hq {
  readonly folder: string;
  readonly address: string;
  nowMs: number;
  codeFor(storeName: string): string;
}

const open: Hq[] = [];
afterAll(() => Promise.all(open.splice(0).map((hq) => hq.close())));

export async function anHq({
  folder = tempFolder(),
  port = 0,
  patience = {},
  certificate,
}: {
  readonly folder?: string;
  readonly port?: number;
  readonly patience?: Partial<Patience>;
  readonly certificate?: { readonly cert: string; readonly key: string };
} = {}): Promise<RunningHq> {
  const at = { nowMs: Date.UTC(2026, 2, 15, 4) };
  const terms = { folder, host: '127.0.0.1', port, version: '1.0.0', patience, certificate, clock: () => at.nowMs };
  const hq = must(await serveHq(terms));
  open.push(hq);
  return Object.assign(at, hq, {
    folder,
    address: `127.0.0.1:${hq.port}`,
    codeFor: (storeName: string) => makeEnrolmentCode(hq.hub, storeName, hq.pin, at.nowMs),
    close: () => {
      open.splice(open.indexOf(hq), 1);
      return hq.close();
    },
  });
}

export const enrolAt = (
  hq: Pick<RunningHq, 'address'>,
  { store, managerId, ids, nowMs }: Shop,
  code: string,
  address = hq.address,
) => enrolHere(store, { address, code }, { staffId: managerId, clock: () => nowMs, ids });

/** A store that was let in under this name. */
export async function anEnrolledStore(hq: RunningHq, storeName: string): Promise<Shop> {
  const shop = aStore();
  must(await enrolAt(hq, shop, hq.codeFor(storeName)));
  return shop;
}
