import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/steps/run-program.ts';
import { MUTANTS, type Mutant } from './mutants.ts';

/** A copy of what the simulation runs, beside the packages, so that no fault ever stands in the program itself. */
const copy = path.join(root, '.out/mutants');
const COPIED = ['shared', 'db', 'electron', 'tests/sim', 'build/steps', 'package.json'];

function makeCopy(): void {
  rmSync(copy, { recursive: true, force: true });
  for (const part of COPIED) {
    mkdirSync(path.dirname(path.join(copy, part)), { recursive: true });
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  }
}

/** Lives until the first unsound one. Answers in which run that was; null where all were sound. */
function runsToKill(lives: { readonly runs: number; readonly seed: number; readonly steps: number }): number | null {
  const { runs, seed, steps } = lives;
  const args = ['--runs', String(runs), '--seed', String(seed), '--steps', String(steps), '--first'];
  const { status, stderr } = spawnSync(process.execPath, [path.join(copy, 'tests/sim/run.ts'), ...args], {
    encoding: 'utf8',
  });
  if (status === 0) return null;
  const failed = /^Seed (\d+) /m.exec(stderr)?.[1];
  if (failed === undefined) throw new Error(`the copy does not run: ${stderr.slice(0, 500)}`);
  return Number(failed) - seed + 1;
}

function plant({ name, file, find, put }: Mutant): () => void {
  const place = path.join(copy, file);
  const sound = readFileSync(place, 'utf8');
  if (sound.split(find).length !== 2) throw new Error(`${name}: its place in ${file} is not there, or not once`);
  writeFileSync(
    place,
    sound.replace(find, () => put),
  );
  return () => writeFileSync(place, sound);
}

/** Puts one fault after another into a copy of the program and says in which run each was found. Answers how many were not. */
export function killMutants(lives: { readonly runs: number; readonly seed: number; readonly steps: number }): number {
  makeCopy();
  const sound = runsToKill(lives);
  if (sound !== null) throw new Error(`without a fault, run ${sound} is not sound: see npm run sim`);
  let survived = 0;
  for (const mutant of MUTANTS) {
    const mend = plant(mutant);
    const run = runsToKill(lives);
    mend();
    survived += run === null ? 1 : 0;
    console.log(run === null ? `SURVIVED ${lives.runs} runs: ${mutant.name}` : `killed in run ${run}: ${mutant.name}`);
  }
  rmSync(copy, { recursive: true, force: true });
  console.log(`${MUTANTS.length - survived} of ${MUTANTS.length} mutants were killed.`);
  return survived;
}
