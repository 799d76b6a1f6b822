import { progressLine } from '../../build/steps/progress-line.ts';
import { wholeNumbers } from '../../build/steps/whole-numbers.ts';
import { simulate } from './simulate.ts';

const USAGE = 'npm run sim -- [--runs 100] [--seed 1] [--steps 1000] [--first | --mutants]';

const {
  runs,
  seed: from,
  steps,
  first,
  mutants,
} = wholeNumbers(
  USAGE,
  {
    runs: { begin: 100, least: 1, most: 1_000_000 },
    seed: { begin: 1, least: 0, most: 2 ** 32 - 1 },
    steps: { begin: 1000, least: 1, most: 1_000_000 },
  },
  ['first', 'mutants'],
);
if (mutants) {
  // Only here: the copy in which the faults are planted has no use for it.
  const { killMutants } = await import('./kill-mutants.ts');
  process.exit(killMutants({ runs, seed: from, steps }) === 0 ? 0 : 1);
}
const progress = progressLine(process.stdout);
const met = new Map<string, number>();
const sums = { operations: 0, facts: 0, held: 0, clamped: 0 };
const begunAt = performance.now();
let [sound, failed] = [0, 0];
for (let seed = from; seed < from + runs; seed += 1) {
  progress.show(`Seed ${seed}, ${seed - from + 1} of ${runs}`);
  try {
    const life = simulate(seed, steps);
    sound += 1;
    for (const [answer, times] of life.met) met.set(answer, (met.get(answer) ?? 0) + times);
    for (const sum of ['operations', 'facts', 'held', 'clamped'] as const) sums[sum] += life[sum];
  } catch (error) {
    progress.clear();
    failed += 1;
    console.error(
      `Seed ${seed} (npm run sim -- --seed ${seed} --runs 1 --steps ${steps}): ${(error as Error).message}`,
    );
    if (first) break;
  }
}
progress.clear();
const seconds = (performance.now() - begunAt) / 1000;
const answers = [...met].toSorted().map(([answer, times]) => `${answer} ${times}`);
console.log(
  `${sound} of ${sound + failed} lives were sound, from seed ${from} on: ${sums.operations} operations in ` +
    `${seconds.toFixed(1)} s, ${Math.round(sums.operations / seconds)} a second; ${sums.facts} facts at headquarters, ` +
    `${sums.held} held, ${sums.clamped} clamped.`,
);
console.log(`Answers: ${answers.join(', ')}.`);
if (failed > 0) process.exitCode = 1;
