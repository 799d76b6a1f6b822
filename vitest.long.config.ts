import { defineConfig } from 'vitest/config';

/** What takes too long for every day: one file at a time, so that each has the machine to itself. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/long/**/*.test.ts'],
    setupFiles: ['tests/fixtures/check-rows.ts'],
    fileParallelism: false,
    passWithNoTests: true,
    testTimeout: 20 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
