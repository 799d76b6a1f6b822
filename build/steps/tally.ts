import { readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** By name, so that they can be said aloud. */
  readonly skipped: readonly string[];
  /** Failed first and passed then, by name: they count as passed, and somebody should look at them. */
  readonly unsteady?: readonly string[];
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly projectName: string; readonly status: string }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  /** What failed outside a test, such as a spec that does not load. */
  readonly errors: readonly unknown[];
}

/** A test file that does not load has no tests to fail: it counts as one that failed. */
export function tallyVitest({ testResults }: VitestReport): Tally {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = tests.filter((test) => test.status === 'failed').length + brokenFiles.length;
  const passed = tests.filter((test) => test.status === 'passed').length;
  const skipped = tests.filter((test) => test.status !== 'failed' && test.status !== 'passed');
  return { passed, failed, skipped: skipped.map((test) => test.fullName) };
}

export function tallyPlaywright(report: PlaywrightReport): Tally {
  const specsOf = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
  const tests = report.suites
    .flatMap(specsOf)
    .flatMap((spec) =>
      spec.tests.map((test) => ({ name: `${spec.title} [${test.projectName}]`, status: test.status })),
    );
  const ended = (status: string) => tests.filter((test) => test.status === status).map((test) => test.name);
  return {
    passed: ended('expected').length + ended('flaky').length,
    failed: ended('unexpected').length + report.errors.length,
    skipped: ended('skipped'),
    unsteady: ended('flaky'),
  };
}

/** A report that is missing or broken means that its tests did not run: one failure. */
export function readTally<Report>(file: string, tally: (report: Report) => Tally): Tally {
  try {
    return tally(JSON.parse(readFileSync(file, 'utf8')) as Report);
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}

/** Names what was skipped and what passed only the second time, then closes with the one line that says how it went. Returns whether all is well. */
export function sayTallies(tallies: readonly Tally[]): boolean {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  const skipped = tallies.flatMap((tally) => tally.skipped);
  for (const name of skipped) console.log(`SKIPPED: ${name}`);
  for (const name of tallies.flatMap(({ unsteady = [] }) => unsteady)) console.log(`UNSTEADY, PASSED THEN: ${name}`);
  const [passed, failed] = [sum((tally) => tally.passed), sum((tally) => tally.failed)];
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed === 0 && passed > 0;
}
