import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { AppHost } from '../../electron/api/app-host.ts';
import { openLoopback } from '../../electron/transports/loopback-http.ts';
import { findBrowser } from '../steps/find-browser.ts';
import { root } from '../steps/run-program.ts';
import { BENCH_CLERK } from './bench-staff.ts';

/**
 * Lets `work` look at the app as it runs: a window with the clerk signed in, loopback HTTP, database. The browser is
 * started here; null where none is found.
 */
export async function inBenchWindow<Seen>(
  host: AppHost,
  work: (page: Page) => Promise<Seen>,
  flags: readonly string[] = [],
): Promise<Seen | null> {
  const executablePath = findBrowser();
  if (!executablePath) return null;
  const loopback = await openLoopback({ host, rendererFolder: path.join(root, 'dist/renderer'), port: 0 });
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', ...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await (await browser.newContext({ locale: 'en', viewport: { width: 1366, height: 768 } })).newPage();
    await page.goto(loopback.address);
    await signIn(page);
    return await work(page);
  } finally {
    await browser.close();
    await loopback.close();
  }
}

async function signIn(page: Page): Promise<void> {
  // One person works here, so the PIN is asked for at once.
  await page.getByText(BENCH_CLERK.name).waitFor();
  await page.keyboard.type(BENCH_CLERK.pin, { delay: 60 });
  await page.keyboard.press('Enter');
  await page.getByRole('combobox').first().waitFor();
}
