import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeShop, openShop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectLaws } from '../laws/expect-laws.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const IMPORTING = path.join(import.meta.dirname, 'importing-process.ts');
const QUICK = { ...process.env, NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'regulars-compiled') };
const ROWS = 4_000;
const LONGEST_MS = 150;

/** Runs the import in another process and kills it (`kill -9`) so long after it began to write. Says what it said. */
function importAndKill(file: string, list: string, afterMs: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [IMPORTING, file, list], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: QUICK,
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
    child.once('close', () => resolve(said));
  });
}

it('goes on with an import after every kill, and writes every row exactly once', { timeout: 240_000 }, async () => {
  const folder = tempFolder('disk');
  const file = path.join(folder, 'store.db');
  const list = path.join(folder, 'members.csv');
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `138${String(n).padStart(8, '0')},会员${n},6001${String(n).padStart(6, '0')},${n}`,
  );
  fs.writeFileSync(list, ['手机,姓名,卡号,积分', ...rows].join('\n'));
  makeShop(file).store.db.close();

  let kills = 0;
  let written = 0;
  for (let said = ''; !said.includes('applied'); kills += 1) {
    said = await importAndKill(file, list, Math.random() * LONGEST_MS);
    const { store } = openShop(file);
    const now = store.db.raw.prepare('SELECT count(*) FROM member').pluck().get() as number;
    expect(now).toBeGreaterThanOrEqual(written);
    written = now;
    store.db.close();
  }
  expect(kills).toBeGreaterThan(2);

  const { store } = openShop(file);
  const { raw } = store.db;
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.prepare('SELECT state, units_done AS units, added, left_out AS leftOut FROM import_run').get()).toEqual({
    state: 'applied',
    units: ROWS,
    added: ROWS,
    leftOut: 0,
  });
  expect(
    raw
      .prepare(
        'SELECT count(*) AS members, sum(balance_points) AS points, (SELECT count(*) FROM member_card) AS cards FROM member_summary',
      )
      .get(),
  ).toEqual({ members: ROWS, points: ((ROWS - 1) * ROWS) / 2, cards: ROWS });
  expectLaws(store.db);
  expectReplay(store.db);
  store.db.close();
});
