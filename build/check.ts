import { rmSync } from 'node:fs';
import { type Ended, root, runTool } from './steps/run-program.ts';
import { readTally, sayTallies, type Tally, tallyVitest } from './steps/tally.ts';

interface Step {
  readonly name: string;
  readonly run: () => Promise<Ended>;
}

const tool = (name: string, packageName: string, command: string, ...args: string[]): Step => ({
  name,
  run: () => runTool(packageName, command, args, { quiet: true }),
});

const UNIT_REPORT = `${root}/.out/unit.json`;

const READERS: readonly Step[] = [
  tool('types', 'typescript', 'tsc', '-b'),
  tool('lint', 'oxlint', 'oxlint', '--deny-warnings'),
  tool('format', '@biomejs/biome', 'biome', 'ci', '--colors=off'),
  tool('dead code', 'knip', 'knip', '--no-progress'),
];
const unitTests = (projects: readonly string[]): Step => ({
  name: 'unit tests',
  run: () =>
    runTool(
      'vitest',
      'vitest',
      [
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT_REPORT}`,
      ],
      { quiet: true },
    ),
});

/** What a change is held against while it is made, and what besides it before it lands. */
export const QUICK = ['node', 'dom'];
export const ALL = [...QUICK, 'whole'];

/** Says how a step went, with everything it wrote where it failed. Returns whether it passed. */
async function pass({ name, run }: Step): Promise<boolean> {
  const { code, output, seconds } = await run();
  if (code !== 0) console.log(output.trim());
  console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${name}, ${seconds.toFixed(1)} s`);
  return code === 0;
}

/** Types, lint, format, dead code, and the unit tests beside them. Each reader that fails counts as one failure. */
export async function check(projects: readonly string[]): Promise<Tally[]> {
  rmSync(UNIT_REPORT, { force: true });
  const reading = async () => {
    let failed = 0;
    for (const step of READERS) if (!(await pass(step))) failed += 1;
    return failed;
  };
  const [failed] = await Promise.all([reading(), pass(unitTests(projects))]);
  return [{ passed: 0, failed, skipped: [] }, readTally(UNIT_REPORT, tallyVitest)];
}

if (import.meta.main && !sayTallies(await check(QUICK))) process.exitCode = 1;
