import { checkpoint } from '../../db/kernel/connection.ts';
import type { OpenRefusal, StoreDatabase } from '../../db/kernel/open-store-database.ts';
import { randomBytes } from '../../db/kernel/random-bytes.ts';
import { makeIdSource } from '../../shared/kernel/id.ts';
import type { Clock } from '../../shared/kernel/instant.ts';
import { done, type Outcome } from '../../shared/kernel/outcome.ts';
import { openProgramLog } from '../api/program-log.ts';
import { mergeDeferred } from '../features/hub/merge-deferred.ts';
import { openFleetAuthority, openOwnAuthority } from './authority.ts';
import { noteDoor, openHubIn } from './hq-folder.ts';
import { openDoor, type Patience } from './open-door.ts';

export interface HqTerms {
  readonly folder: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly version: string;
  /** A fleet's own certificate and key, as files; without them headquarters is its own authority. */
  readonly certificate?: { readonly cert: string; readonly key: string } | undefined;
  readonly patience?: Partial<Patience>;
  readonly clock?: Clock;
}

/** Headquarters while it runs. */
export interface Hq {
  readonly hub: StoreDatabase;
  readonly port: number;
  readonly pin: Uint8Array;
  close(): Promise<void>;
}

const CHECKPOINT_MS = 60_000;
const ids = makeIdSource(Date.now, randomBytes);

/** Opens headquarters' folder and its door. Fails where the port is taken. */
export async function serveHq(terms: HqTerms): Promise<Outcome<Hq, OpenRefusal>> {
  const { folder, host, port, version, certificate, patience = {}, clock = Date.now } = terms;
  const opened = openHubIn(folder, ids);
  if (!opened.ok) return opened;
  const hub = opened.value;
  try {
    mergeDeferred(hub);
    const log = openProgramLog(folder);
    const authority = certificate
      ? openFleetAuthority(certificate.cert, certificate.key)
      : await openOwnAuthority(folder, clock());
    const door = await openDoor({ hub, authority, clock, ids, log, host, port, patience });
    noteDoor(folder, { port: door.port, pin: Buffer.from(authority.pin).toString('hex') });
    log.note('start', { version, host: 'hq', node: process.versions.node });
    const tidy = setInterval(() => checkpoint(hub), CHECKPOINT_MS);
    const close = async () => {
      clearInterval(tidy);
      await door.close();
      hub.close();
      log.note('end');
    };
    return done({ hub, port: door.port, pin: authority.pin, close });
  } catch (error) {
    hub.close();
    throw error;
  }
}
