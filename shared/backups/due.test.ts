import { describe, expect, it } from 'vitest';
import { backupIsDue } from './due.ts';

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 2, 15, 4);
const due = (minutesAgo: number, hasChanged = true) =>
  backupIsDue({ nowMs: NOW, lastAtMs: NOW - minutesAgo * MINUTE_MS, everyMinutes: 20, hasChanged });

describe('a planned backup', () => {
  it('is due when its time has come and something changed', () => {
    expect([due(19), due(20), due(500)]).toEqual([false, true, true]);
    expect(due(500, false)).toBe(false);
  });

  it('is due where the last one lies in the future, because the clock was set back', () => {
    expect([due(-60), due(-60, false)]).toEqual([true, false]);
  });
});
