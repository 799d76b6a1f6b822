import { rmSync } from 'node:fs';
import { root, runTool } from './steps/run-program.ts';
import { readTally, sayTallies, tallyVitest } from './steps/tally.ts';

const report = `${root}/.out/long.json`;
rmSync(report, { force: true });
await runTool('vitest', 'vitest', [
  'run',
  '--config=vitest.long.config.ts',
  '--reporter=verbose',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
if (!sayTallies([readTally(report, tallyVitest)])) process.exitCode = 1;
