import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type Browser,
  type BrowserContext,
  test as base,
  type Page,
  type PlaywrightTestOptions,
} from '@playwright/test';
import { findBrowser } from '../../build/steps/find-browser.ts';
import { root } from '../../build/steps/run-program.ts';
import { type ElectronApp, launchElectronApp } from '../stand-in/launch.ts';
import { launchLoopback } from './loopback-process.ts';
import { layDownSampleStore } from './sample-template.ts';

export { expect } from '@playwright/test';

export type Host = 'electron' | 'browser';
export interface HostOption {
  host: Host;
}

export interface StoreOption {
  /** What the data folder holds when the program starts. */
  store: 'sample' | 'none';
}

/** Regulars, running in one of its hosts on a data folder of its own. */
export interface RunningApp {
  readonly host: Host;
  readonly dataFolder: string;
  /** Its window; another one after a restart. */
  readonly page: Page;
  /** The main process, in the Electron host. */
  readonly electron: ElectronApp | null;
  /** Closes the program as a person would and starts it again on the same data, to which something may happen between. */
  restart(between?: () => void): Promise<Page>;
}

interface Running {
  readonly page: Page;
  readonly electron: ElectronApp | null;
  close(): Promise<void>;
}

/** The machine that the app believes to run on: Playwright's own options, which a spec sets with `test.use`. */
type Machine = Required<Pick<PlaywrightTestOptions, 'locale' | 'timezoneId' | 'viewport' | 'colorScheme'>>;

async function runInElectron(dataFolder: string, machine: Machine): Promise<Running> {
  const { locale = '', timezoneId = '', viewport, colorScheme } = machine;
  const switches = [`--user-data-dir=${dataFolder}`, `--lang=${locale}`];
  const electron = await launchElectronApp({
    folder: process.env.REGULARS_APP ?? root,
    switches,
    env: { TZ: timezoneId },
  });
  const page = await electron.firstWindow();
  await page.waitForURL(/index\.html/);
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  return { page, electron, close: () => electron.close() };
}

/**
 * Every answer comes as much later as `REGULARS_LATE_ANSWERS` says, in milliseconds. A spec that presses a key before
 * what the key acts on is seen passes on a slow machine and fails on a quick one; so it fails on every machine.
 */
async function answerLate(context: BrowserContext): Promise<void> {
  const delay = Number(process.env.REGULARS_LATE_ANSWERS ?? 0);
  if (delay === 0) return;
  await context.route('**/trpc/**', async (route) => {
    await setTimeout(delay);
    await route.continue().catch(() => undefined);
  });
}

async function runInBrowser(dataFolder: string, machine: Machine, browser: Browser): Promise<Running> {
  const loopback = await launchLoopback(dataFolder, { TZ: machine.timezoneId ?? '' });
  const context = await browser.newContext(machine);
  await answerLate(context);
  const page = await context.newPage();
  await page.goto(loopback.address);
  return {
    page,
    electron: null,
    async close() {
      await context.close();
      await loopback.close();
    },
  };
}

const BROWSER_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing in a test may reach the internet.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

export const test = base.extend<
  StoreOption & { dataFolder: string; app: RunningApp; page: Page },
  HostOption & { systemBrowser: Browser | null }
>({
  host: ['electron', { option: true, scope: 'worker' }],

  /** Launched for the browser host only: Playwright's own `browser` would start one beside Electron's too. */
  systemBrowser: [
    async ({ host, playwright }, use) => {
      const browser =
        host === 'browser'
          ? await playwright.chromium.launch({
              executablePath: findBrowser() ?? undefined,
              args: BROWSER_FLAGS,
              chromiumSandbox: process.getuid?.() !== 0,
            })
          : null;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],

  store: ['sample', { option: true }],

  dataFolder: async ({ store }, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'regulars-'));
    if (store === 'sample') layDownSampleStore(folder);
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },

  app: async ({ host, systemBrowser, dataFolder, locale, timezoneId, viewport, colorScheme }, use) => {
    const machine = { locale, timezoneId, viewport, colorScheme };
    const launch = () =>
      systemBrowser ? runInBrowser(dataFolder, machine, systemBrowser) : runInElectron(dataFolder, machine);
    let running = await launch();
    await use({
      host,
      dataFolder,
      get page() {
        return running.page;
      },
      get electron() {
        return running.electron;
      },
      async restart(between) {
        await running.close();
        between?.();
        running = await launch();
        return running.page;
      },
    });
    await running.close();
  },

  page: async ({ app }, use) => use(app.page),
});
