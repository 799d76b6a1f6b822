import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AppHost } from '../../electron/api/app-host.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { done, type Outcome } from '../../shared/kernel/outcome.ts';
import { samplePerson } from '../../shared/sample/people.ts';
import { makeRandom } from '../../shared/sample/random.ts';
import { makeLargeStore } from './make-large-store.ts';
import { type Figure, figureOf, rateOf } from './measure.ts';
import { sellMeanwhile, timedAsync } from './sell-meanwhile.ts';

/** On file before: a shop that has traded for a while. */
const KNOWN_MEMBERS = 100_000;
const CLERK = { staffId: null as unknown as Id<'staff'>, name: 'Bench', role: 'manager' } as const;

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

/** Members with phone, name, card, birthday, tier and points, as another system writes them. */
function aList(members: number): Buffer {
  const random = makeRandom(7);
  const rows = Array.from({ length: members }, (_, index) => {
    const { name } = samplePerson(random, index);
    const digits = String(index).padStart(8, '0');
    return `139${digits},${name ?? ''},7700${digits},${(index % 5000) + 1},1990-0${(index % 9) + 1}-15,女,"老顾客, ${index}"`;
  });
  return Buffer.from(`\uFEFF手机,姓名,会员卡号,积分,生日,性别,备注\r\n${rows.join('\r\n')}\r\n`);
}

function upload(host: AppHost, list: Buffer): Id<'import'> {
  const importId = host.ids<'import'>();
  const desk = host.imports();
  const begun = desk.begin({ importId, target: 'members', fileName: 'bench.csv', sizeBytes: list.length }, CLERK);
  const { chunkBytes } = must(begun);
  for (let offset = 0; offset < list.length; offset += chunkBytes)
    must(must(desk.draft(importId)).receive(offset, list.subarray(offset, offset + chunkBytes)));
  return importId;
}

async function check(host: AppHost, importId: Id<'import'>): Promise<void> {
  const desk = host.imports();
  const draft = must(desk.draft(importId));
  const { reading, mapping } = must(await draft.look(null, []));
  const terms = { dateOrder: null, decimalMark: '.', policy: 'skip', source: 'bench' } as const;
  must(desk.check({ importId, reading, mapping, matchBy: ['phone', 'card'], ...terms }));
  await draft.checked();
}

/** Imports `members` members with cards and points into a shop that is open and sells. */
export async function benchImports(members: number): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulars-bench-'));
  try {
    const { host, store } = await makeLargeStore(folder, KNOWN_MEMBERS);
    const importId = upload(host, aList(members));
    const desk = host.imports();
    const phases: { readonly name: string; readonly waits: number[] }[] = [];
    const whileSelling = async (name: string, work: () => Promise<unknown>): Promise<number> => {
      let isOver = false;
      const selling = sellMeanwhile(store, host, () => isOver);
      const elapsed = await timedAsync(work);
      isOver = true;
      phases.push({ name, waits: await selling });
      return elapsed;
    };

    const alone = await whileSelling('sale, nothing else going on', () => setTimeout(5_000, done(null)));
    const checking = await whileSelling('sale while rows are checked', () => check(host, importId));
    const applying = await whileSelling('sale while rows are applied', async () => {
      must(desk.apply(importId, CLERK));
      await desk.idle();
    });
    const applied = must(desk.view(importId));
    if (applied.added !== members) throw new Error(`applied ${applied.added} of ${members}`);
    const undoing = await whileSelling('sale while an import is undone', async () => {
      must(desk.undo(importId, CLERK));
      await desk.idle();
    });
    console.log(
      `alone ${alone.toFixed(0)} ms, check ${checking.toFixed(0)} ms, apply ${applying.toFixed(0)} ms, undo ${undoing.toFixed(0)} ms`,
    );
    host.close();
    return [
      rateOf('rows staged and checked', members, checking, 20_000),
      rateOf('rows applied: member, card, points', members, applying, 5_000),
      rateOf('rows undone', members, undoing, 5_000),
      ...phases.map(({ name, waits }) => figureOf({ name, goal: { kind: 'p99', atMostMs: 100 } }, waits)),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
