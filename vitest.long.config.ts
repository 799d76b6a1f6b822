import { defineConfig } from 'vitest/config';
import { STEADY_THREADS } from './build/steps/steady-threads.ts';

/** Tests of every day that find more the longer they look. */
const DEEPER = [
  'tests/laws/random-day.test.ts',
  'tests/laws/{automations,coupons,hostile-session,merge,offers-at-the-till,standing}.test.ts',
  'tests/api/hostile.test.ts',
  'tests/crash/kill.test.ts',
  'tests/sim/sim.test.ts',
];

/** What takes too long for every day: one file at a time, so that each has the machine to itself. */
export default defineConfig({
  test: {
    environment: 'node',
    execArgv: STEADY_THREADS,
    include: ['tests/long/**/*.test.ts', ...DEEPER],
    env: {
      REGULARS_DAYS: '2000',
      REGULARS_LIVES: '500',
      REGULARS_HOSTILE: '2000',
      REGULARS_KILLS: '100',
      REGULARS_SIMULATED_LIVES: '1250',
    },
    setupFiles: ['tests/fixtures/check-rows.ts'],
    fileParallelism: false,
    passWithNoTests: true,
    testTimeout: 20 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
