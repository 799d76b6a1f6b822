import { defineConfig } from '@playwright/test';
import type { HostOption } from './tests/e2e/app-fixture.ts';

/**
 * What depends on how a host starts, asks, hears, saves and opens files. The rest is the same page over another wire, so
 * `npm test` walks it in Electron alone, and `npm run test:long` in the browser, too.
 */
const THROUGH_THE_HOST = '{day-at-the-till,draft,exports,first-screen,headquarters,imports,restore,subscriptions,walk}';

/** One set of specs, two hosts. `*.electron.spec.ts` and `*.browser.spec.ts` are about one of them alone. */
export default defineConfig<object, HostOption>({
  testDir: 'tests',
  outputDir: '.out/e2e',
  globalSetup: './tests/e2e/build-first.ts',
  forbidOnly: Boolean(process.env.CI),
  // A machine with other work on it may be late once; what needed the second try is named at the end.
  retries: 1,
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.out/e2e.json' }]],
  use: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 768 } },
  projects: [
    { name: 'electron', testMatch: 'e2e/**/*.spec.ts', testIgnore: '**/*.browser.spec.ts', use: { host: 'electron' } },
    { name: 'browser', testMatch: 'e2e/**/*.spec.ts', testIgnore: '**/*.electron.spec.ts', use: { host: 'browser' } },
    {
      name: 'loopback',
      testMatch: ['e2e/**/*.browser.spec.ts', `e2e/**/${THROUGH_THE_HOST}.spec.ts`],
      use: { host: 'browser' },
    },
    { name: 'screens', testMatch: 'screens/**/*.spec.ts', use: { host: 'browser' } },
  ],
});
