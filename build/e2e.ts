import { mkdirSync, rmSync } from 'node:fs';
import { provideBrowser } from './steps/provide-browser.ts';
import { root, runTool } from './steps/run-program.ts';
import { readTally, sayTallies, type Tally, tallyPlaywright } from './steps/tally.ts';

const REPORT = `${root}/.out/e2e.json`;

/** Drives the app itself, in the Electron shell and in a browser; `args` go to Playwright (a file, `--grep …`, `--project=…`). */
export async function driveApp(args: readonly string[], projects = ['electron', 'loopback']): Promise<Tally> {
  mkdirSync(`${root}/.out`, { recursive: true });
  rmSync(REPORT, { force: true });
  const browser = await provideBrowser();
  if (!browser) {
    console.error('No browser to test with: install Chrome, Chromium or Edge, or name one in REGULARS_BROWSER.');
    return { passed: 0, failed: 1, skipped: [] };
  }
  console.log(`Driving the app with ${browser}.`);
  const chosen = args.some((arg) => arg.startsWith('--project')) ? [] : projects.map((name) => `--project=${name}`);
  const { code } = await runTool('@playwright/test', 'playwright', ['test', ...chosen, ...args], {
    // Without a locale that knows Chinese, Chromium saves a file with a Chinese name as `download`, or not at all.
    env: { REGULARS_BROWSER: browser, LC_ALL: 'C.UTF-8' },
  });
  const tally = readTally(REPORT, tallyPlaywright);
  // Playwright can end badly with no test to blame, for instance when the build before the tests fails.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

if (import.meta.main && !sayTallies([await driveApp(process.argv.slice(2))])) process.exitCode = 1;
