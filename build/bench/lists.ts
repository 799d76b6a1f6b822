import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Condition } from '../../shared/lists/conditions.ts';
import { inBenchWindow } from './bench-window.ts';
import { makeLargeStore } from './make-large-store.ts';
import { type Figure, figureOf } from './measure.ts';

/** As fast as it can, not as the screen is refreshed: the time between two frames is what one costs. */
const NO_REFRESH_RATE = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const FRAMES = 600;
const ROUNDS = 5;
const SORTS = ['name', 'enrolledAtMs', 'netMinor', 'balancePoints', 'purchases', 'lastVisitDate'] as const;
const FILTERS: readonly (readonly Condition[])[] = [
  [{ field: 'tier', is: 'any-of', values: ['gold'] }],
  [{ field: 'lastVisit', is: 'more-than-days-ago', days: 180 }],
  [{ field: 'balance', is: 'at-least', value: 60 }],
  [{ field: 'birthday', is: 'this-month' }],
  [
    { field: 'tier', is: 'none-of', values: ['gold'] },
    { field: 'netSales', is: 'at-least', value: 5_000 },
    { field: 'lastVisit', is: 'within-days', days: 365 },
  ],
];

interface View {
  readonly where?: readonly Condition[];
  readonly sort?: { readonly by: (typeof SORTS)[number]; readonly descending: boolean };
}

/** Scrolls, sorts and filters the list of members as a window shows it, in a store of `members` members. */
export async function benchLists(members: number): Promise<Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulars-bench-'));
  try {
    const { host } = await makeLargeStore(folder, members);
    const figures = await inBenchWindow(host, (page) => benchMembers(page, members), NO_REFRESH_RATE);
    host.close();
    if (!figures) console.log('No browser was found: the list is not timed.');
    return figures ?? [];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function benchMembers(page: Page, members: number): Promise<Figure[]> {
  await page.evaluate(() => (location.hash = '#/members'));
  await page.locator('[role=grid][aria-busy=false] [role=row]').nth(5).waitFor();
  const sorted: number[] = [];
  const filtered: number[] = [];
  const ends: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const by of SORTS)
      for (const descending of [true, false]) sorted.push(await timeToView(page, { sort: { by, descending } }));
    for (const where of FILTERS) {
      filtered.push(await timeToView(page, { where }));
      await timeToView(page, {});
    }
    ends.push(await timeToLastRow(page, members));
    await page.keyboard.press('Home');
  }
  return [
    figureOf({ name: 'scroll: a frame', goal: { kind: 'p95', atMostMs: 16 } }, await frameTimes(page)),
    figureOf({ name: 'sort: to painted rows', goal: { kind: 'p95', atMostMs: 300 } }, sorted),
    figureOf({ name: 'filter: to painted rows', goal: { kind: 'p95', atMostMs: 300 } }, filtered),
    figureOf({ name: 'End: to the last row painted', goal: { kind: 'p95', atMostMs: 300 } }, ends),
  ];
}

/** Milliseconds from leading the window to the list as `view` arranges it to the frame in which its rows are painted. */
function timeToView(page: Page, view: View): Promise<number> {
  const search = Object.entries(view).map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`);
  return page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const main = document.querySelector('#main');
        const before = main?.textContent;
        const startMs = performance.now();
        location.hash = hash;
        const look = () => {
          const isSettled = main?.querySelector('[aria-busy=true]') === null && main.textContent !== before;
          const late = performance.now() - startMs > 5000;
          if (late) return resolve(Number.NaN);
          if (!isSettled) return requestAnimationFrame(look);
          // A task behind the frame's callback runs when that frame is painted.
          setTimeout(() => resolve(performance.now() - startMs));
        };
        requestAnimationFrame(look);
      }),
    `#/members?${search.join('&')}`,
  );
}

async function timeToLastRow(page: Page, members: number): Promise<number> {
  await page.locator('[role=grid]').focus();
  const watching = await page.evaluateHandle((lastRow) => {
    let startMs = 0;
    window.addEventListener('keydown', (event) => (startMs = event.timeStamp), { once: true, capture: true });
    const took = new Promise<number>((resolve) => {
      const look = () => {
        const row = document.querySelector(`[role=row][aria-rowindex="${lastRow}"][data-marked]`);
        if (startMs > 0 && row?.textContent) setTimeout(() => resolve(performance.now() - startMs));
        else if (startMs > 0 && performance.now() - startMs > 5000) resolve(Number.NaN);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    return { took };
  }, members + 1);
  await page.keyboard.press('End');
  return watching.evaluate(({ took }) => took);
}

/** Milliseconds of each frame while the list scrolls by three rows a frame, from the middle on. */
const frameTimes = (page: Page): Promise<number[]> =>
  page.evaluate(
    (frames) =>
      new Promise<number[]>((resolve) => {
        const grid = document.querySelector('[role=grid]') as HTMLElement;
        grid.scrollTop = grid.scrollHeight / 2;
        const times: number[] = [];
        let beforeMs = 0;
        const frame = (nowMs: number) => {
          if (beforeMs > 0) times.push(nowMs - beforeMs);
          beforeMs = nowMs;
          if (times.length === frames) return resolve(times);
          grid.scrollTop += 108;
          requestAnimationFrame(frame);
        };
        setTimeout(() => requestAnimationFrame(frame), 500);
      }),
    FRAMES,
  );
