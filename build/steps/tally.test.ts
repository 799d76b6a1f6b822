import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readTally, sayTallies, tallyPlaywright, tallyVitest } from './tally.ts';

const said = vi.spyOn(console, 'log').mockImplementation(() => {});
afterEach(() => said.mockClear());
const lines = () => said.mock.calls.map(([line]) => line as string);

const file = (status: string, ...statuses: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((ended, index) => ({ fullName: `test ${index}`, status: ended })),
});

const spec = (title: string, status: string) => ({
  title,
  file: 'a.spec.ts',
  tests: [{ projectName: 'browser', status }],
});

describe('the tally of vitest', () => {
  it('counts tests by how they ended and names the skipped ones', () => {
    const testResults = [file('failed', 'passed', 'failed', 'pending'), file('passed', 'passed', 'todo')];
    expect(tallyVitest({ testResults })).toEqual({ passed: 2, failed: 1, skipped: ['test 2', 'test 1'] });
  });

  it('counts a file that does not load as one failure', () => {
    expect(tallyVitest({ testResults: [file('failed')] }).failed).toBe(1);
  });
});

describe('the tally of Playwright', () => {
  it('counts tests in nested groups, and errors outside tests', () => {
    const inner = { specs: [spec('sells', 'unexpected'), spec('returns', 'skipped')] };
    const report = { suites: [{ specs: [spec('opens', 'expected')], suites: [inner] }], errors: [{}] };
    expect(tallyPlaywright(report)).toEqual({ passed: 1, failed: 2, skipped: ['returns [browser]'], unsteady: [] });
  });

  it('counts what failed first as passed, and names it', () => {
    const report = { suites: [{ specs: [spec('prints', 'flaky')] }], errors: [] };
    const tally = tallyPlaywright(report);
    expect(tally).toEqual({ passed: 1, failed: 0, skipped: [], unsteady: ['prints [browser]'] });
    expect(sayTallies([tally])).toBe(true);
    expect(lines()[0]).toContain('prints [browser]');
  });
});

describe('a report', () => {
  it('that is missing or broken is one failure: its tests did not run', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tally-'));
    writeFileSync(path.join(folder, 'broken.json'), '{');
    for (const name of ['missing.json', 'broken.json'])
      expect(readTally(path.join(folder, name), tallyVitest).failed).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

describe('the closing line', () => {
  it('adds everything up, after each skipped test by name', () => {
    const good = sayTallies([
      { passed: 2, failed: 0, skipped: ['imports the real shop'] },
      { passed: 3, failed: 0, skipped: [] },
    ]);
    expect(good).toBe(true);
    expect(lines()).toEqual(['SKIPPED: imports the real shop', '5 passed, 0 failed, 1 skipped']);
  });

  it('is bad news with a failure, and where nothing ran at all', () => {
    expect(sayTallies([{ passed: 9, failed: 1, skipped: [] }])).toBe(false);
    expect(sayTallies([{ passed: 0, failed: 0, skipped: [] }])).toBe(false);
  });
});
