import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeEnrolmentCode } from '../../electron/features/hub/enrolment-codes.ts';
import { HqLink } from '../../electron/features/sync/hq-link.ts';
import { openBeside } from '../../electron/hq/hq-folder.ts';
import { makeRandom } from '../../shared/sample/random.ts';
import { type HqProcess, launchHq } from '../e2e/hq-process.ts';
import { inStoreFile } from '../e2e/store-file.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must } from '../fixtures/outcome.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { enrolAt } from '../hq/an-hq.ts';

const KILLS = 8;
/** An exchange with a headquarters that was just started takes longer than this more often than not. */
const LATEST_MS = 25;

/** What headquarters' file says of the only store's log. */
const lineIn = (folder: string) =>
  inStoreFile<{ lastSeq: number; chain: string; facts: number }>(
    folder,
    'SELECT last_seq AS lastSeq, hex(chain_head) AS chain, (SELECT count(*) FROM fact) AS facts FROM line',
    'hq.db',
  )[0];

describe('headquarters, killed while a store talks to it', () => {
  it(`holds what it acknowledged and nothing twice, ${KILLS} times over`, async () => {
    const folder = tempFolder('disk');
    const random = makeRandom(20);
    const shop = aStore();
    let hq: HqProcess = await launchHq(folder);
    const { port, address } = hq;
    const beside = openBeside(folder);
    const pin = Buffer.from(beside?.door.pin ?? '', 'hex');
    const code = beside ? makeEnrolmentCode(beside.hub, 'North', pin, Date.now()) : '';
    beside?.close();
    must(await enrolAt({ address }, shop, code));
    const link = new HqLink(shop.store);
    // By its own connection: another one of this process would take its locks away.
    const log = () =>
      shop.store.db.raw
        .prepare(
          `SELECT last_seq AS lastSeq, hex(chain_head) AS chain, ifnull(acknowledged_seq, 0) AS acknowledged
           FROM sync_state LEFT JOIN sync_cursor USING (one)`,
        )
        .get() as { lastSeq: number; chain: string; acknowledged: number };

    let brokenOff = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (let member = 0; member < 20; member += 1) aMember(shop);
      const talking = link.exchange({ clock: () => shop.nowMs }).then(
        () => false,
        () => true,
      );
      await setTimeout(random.integer(0, LATEST_MS));
      const gone = once(hq.process, 'exit');
      hq.process.kill('SIGKILL');
      await gone;
      if (await talking) brokenOff += 1;
      expect(lineIn(folder)?.lastSeq).toBeGreaterThanOrEqual(log().acknowledged);
      expect(lineIn(folder)?.facts).toBe(lineIn(folder)?.lastSeq);
      hq = await launchHq(folder, [], port);
    }
    await link.exchange({ clock: () => shop.nowMs });
    link.close();
    await hq.close();
    expect(brokenOff).toBeGreaterThan(0);
    expect(lineIn(folder)).toEqual({ lastSeq: log().lastSeq, chain: log().chain, facts: log().lastSeq });
  });
});
