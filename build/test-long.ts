import { rmSync } from 'node:fs';
import { driveApp } from './e2e.ts';
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
const tallies = [readTally(report, tallyVitest)];
// Arguments choose among the tests above.
if (process.argv.length === 2) {
  process.env.REGULARS_EVERY_LOOK = '1';
  tallies.push(await driveApp([], ['browser']));
}
if (!sayTallies(tallies)) process.exitCode = 1;
