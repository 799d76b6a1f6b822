import { defineConfig } from 'vitest/config';
import { STEADY_THREADS } from './build/steps/steady-threads.ts';

/** A whole shop's past, a chain's made-up one and its headquarters, tills that are killed, and stores that are restored. */
const WHOLE = 'tests/{real,crash,sample,packing,backups,sim}/**';

export default defineConfig({
  test: {
    // Every core, while nobody types: Vitest would leave one free, which on two cores is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          execArgv: STEADY_THREADS,
          environment: 'node',
          // One module graph for many files: half of the time went into loading the same program again for each. Every
          // test makes a store of its own, and nothing in the program is kept in a module.
          isolate: false,
          include: ['{shared,db,electron,build,tests}/**/*.test.ts'],
          exclude: ['tests/long/**', WHOLE],
          setupFiles: ['tests/fixtures/check-rows.ts'],
          testTimeout: 60_000,
        },
      },
      {
        // Part of `npm test`, too long for `npm run check`.
        test: {
          name: 'whole',
          execArgv: STEADY_THREADS,
          environment: 'node',
          include: [`${WHOLE}/*.test.ts`],
          setupFiles: ['tests/fixtures/check-rows.ts'],
          testTimeout: 240_000,
        },
      },
      { test: { name: 'dom', environment: 'jsdom', isolate: false, include: ['renderer/**/*.test.{ts,tsx}'] } },
    ],
  },
});
