import { DRAWS, makeUpliftStudy, type Score } from '../shared/sample/uplift-study.ts';
import { progressLine } from './steps/progress-line.ts';
import { wholeNumbers } from './steps/whole-numbers.ts';

const USAGE = 'npm run campaigns:uplift -- [--seeds 100] [--members 3000] [--from 1]';

const { seeds, members, from } = wholeNumbers(USAGE, {
  seeds: { begin: 100, least: 2, most: 10_000 },
  members: { begin: 3000, least: 500, most: 1_000_000 },
  from: { begin: 1, least: 0, most: 2 ** 30 },
});
const study = makeUpliftStudy();
const progress = progressLine(process.stdout);
for (let seed = from; seed < from + seeds; seed++) {
  progress.show(`Evaluating chain ${seed - from + 1} of ${seeds}`);
  study.add({ stores: 1, members, days: 365, seed, plain: false, nowMs: Date.UTC(2026, 10, 1) });
}
progress.clear();

const money = (minor: number) => (minor / 100).toFixed(2);
function tell(name: string, score: Score): void {
  console.log(`${name}:`);
  console.log(`  planted uplift inside the 95 % interval: ${score.covered} of ${seeds}`);
  console.log(
    `  mean bias ${money(score.meanBiasMinor)}, its standard error ${money(score.biasErrorMinor)}: ` +
      `${(score.meanBiasMinor / score.biasErrorMinor).toFixed(2)} of it from zero`,
  );
  console.log(
    `  over ${DRAWS} draws of the groups in each chain: mean bias ${money(score.drawnBiasMinor)}, its standard error ` +
      `${money(score.drawnErrorMinor)}: ${(score.drawnBiasMinor / score.drawnErrorMinor).toFixed(2)} of it from zero`,
  );
  console.log(
    `  mean width ${money(score.meanWidthMinor)}, in theory ${money(score.theoreticalWidthMinor)}: ` +
      `${((score.meanWidthMinor / score.theoreticalWidthMinor - 1) * 100).toFixed(1)} % apart`,
  );
}

const found = study.study();
console.log(
  `${seeds} chains of ${members} members, seeds ${from} to ${from + seeds - 1}: on average ${found.treated.toFixed(0)} treated, ` +
    `${found.control.toFixed(0)} kept out; planted uplift ${money(found.meanUpliftMinor)} yuan a treated member.`,
);
tell('With what members bought before taken out (CUPED)', found.adjusted);
tell('As it is (Welch)', found.unadjusted);
console.log(
  `CUPED took out ${(found.meanGain * 100).toFixed(1)} % of the variance. Sample-ratio alarms: ${found.alarms}.`,
);
