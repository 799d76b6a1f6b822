import { defineConfig } from '@playwright/test';
import type { HostOption } from './tests/e2e/app-fixture.ts';

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
    { name: 'screens', testMatch: 'screens/**/*.spec.ts', use: { host: 'browser' } },
  ],
});
