import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{shared,db,electron,build,tests}/**/*.test.ts'],
          exclude: ['tests/long/**'],
          setupFiles: ['tests/fixtures/check-rows.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'dom', environment: 'jsdom', include: ['renderer/**/*.test.{ts,tsx}'] } },
    ],
  },
});
