import fs from 'node:fs';
import type { Figure } from './measure.ts';

const COLUMNS = ['name', 'n', 'p50 ms', 'p95 ms', 'p99 ms', '× raw', '/s', 'goal', ''] as const;

const cells = (figure: Figure): string[] => [
  figure.name,
  String(figure.n),
  ...[figure.p50Ms, figure.p95Ms, figure.p99Ms].map((ms) => (Number.isNaN(ms) ? '' : ms.toFixed(3))),
  figure.ratioToRaw === null ? '' : figure.ratioToRaw.toFixed(2),
  figure.perSecond === undefined ? '' : String(figure.perSecond),
  figure.goal,
  figure.met ? '' : 'MISSED',
];

export function printFigures(figures: readonly Figure[]): void {
  const rows = [[...COLUMNS], ...figures.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column === 0 || column >= 7 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
}

/** Prints the figures, writes them where `--json` asks, and with `--check` fails naming each goal that was missed. */
export function report(
  figures: readonly Figure[],
  options: { readonly json?: string | undefined; readonly check: boolean },
): void {
  printFigures(figures);
  if (options.json) fs.writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  const missed = figures.filter((figure) => !figure.met);
  if (options.check && missed.length > 0) {
    for (const { name, goal } of missed) console.error(`missed: ${name} (${goal})`);
    process.exitCode = 1;
  }
}
