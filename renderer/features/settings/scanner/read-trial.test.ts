import { describe, expect, test } from 'vitest';
import { USUAL_SCANNER } from '../../../../shared/tills/scanner-terms.ts';
import { judgeTrial, readTrial, type TrialPress } from './read-trial.ts';

const pressed = (keys: readonly string[], gapMs: number): TrialPress[] =>
  keys.map((key, index) => ({ key, atMs: 1000 + gapMs * index }));

describe('a trial', () => {
  test('says what was heard, how fast, and which gap would do', () => {
    expect(readTrial(pressed([...'6901234', 'Enter'], 12))).toEqual({
      text: '6901234',
      ending: 'Enter',
      slowestMs: 12,
      averageMs: 12,
      suggestedGapMs: 20,
    });
    const bluetooth = pressed([...'~69', 'Shift', ...'A1', 'Tab'], 48);
    expect(readTrial(bluetooth)).toMatchObject({ text: '~69A1', ending: 'Tab', suggestedGapMs: 75 });
  });

  test('suggests nothing for what came as slowly as by hand, or for one key', () => {
    expect(readTrial(pressed([...'6901', 'Enter'], 110))).toMatchObject({ slowestMs: 110, suggestedGapMs: null });
    expect(readTrial(pressed(['6'], 0))).toMatchObject({ slowestMs: null, averageMs: null, suggestedGapMs: null });
  });

  test.each([
    [[...'6901', 'Enter'], 12, {}, { kind: 'scan', code: '6901' }],
    [[...'~6901', 'Tab'], 12, { prefix: '~', suffix: { kind: 'Tab' } }, { kind: 'scan', code: '6901' }],
    [[...'6901'], 12, { suffix: { kind: 'none' } }, { kind: 'scan', code: '6901' }],
    [[...'6901', 'Enter'], 50, {}, { kind: 'slow' }],
    [[...'6901', 'Enter'], 12, { prefix: '~' }, { kind: 'prefix' }],
    [[...'6901', 'Enter'], 12, { suffix: { kind: 'Tab' } }, { kind: 'suffix' }],
    [[...'6901'], 12, { suffix: { kind: 'text', text: '#' } }, { kind: 'suffix' }],
    [[...'69', 'Enter'], 12, {}, { kind: 'short' }],
  ] as const)('%j, %i ms apart, under %j is %j', (keys, gapMs, terms, verdict) =>
    expect(judgeTrial(pressed(keys, gapMs), { ...USUAL_SCANNER, ...terms })).toEqual(verdict),
  );
});
