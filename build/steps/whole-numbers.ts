import { parseArgs } from 'node:util';

interface WholeNumber {
  readonly begin: number;
  readonly least: number;
  readonly most: number;
}

/**
 * A command's numbers and switches as they were given: `--seeds 100 --first`. Anything else is told with the usage, and
 * ends the program.
 */
export function wholeNumbers<N extends string, S extends string = never>(
  usage: string,
  terms: Readonly<Record<N, WholeNumber>>,
  switches: readonly S[] = [],
): Record<N, number> & Record<S, boolean> {
  const misused = (line: string): never => {
    for (const each of [line, usage]) console.error(each);
    process.exit(2);
  };
  const names = Object.keys(terms) as N[];
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' as const }]),
    ...switches.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  const given = (): Readonly<Record<string, unknown>> => {
    try {
      return parseArgs({ options }).values;
    } catch (error) {
      return misused((error as Error).message);
    }
  };
  const values = given();
  const read = (name: N): number => {
    const { begin, least, most } = terms[name];
    const value = Number(values[name] ?? begin);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    return misused(`--${name} ${String(values[name])}: a number from ${least} to ${most}.`);
  };
  return Object.fromEntries([
    ...names.map((name) => [name, read(name)]),
    ...switches.map((name) => [name, values[name] === true]),
  ]);
}
