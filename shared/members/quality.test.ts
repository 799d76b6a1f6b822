import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAWS, freshness, type OnFile, qualityOf } from './quality.ts';

const NOW = Date.UTC(2026, 2, 15);
const DAY_MS = 86_400_000;
const complete: OnFile = {
  name: '王小明',
  phone: '+8613812345678',
  email: 'w@example.com',
  wechatId: null,
  birthday: { calendar: 'solar', month: 5, day: 20, year: null, leapMonth: false },
  gender: 'male',
  address: '解放路 12 号',
  confirmedAtMs: NOW,
};
const nothing: OnFile = {
  name: null,
  phone: null,
  email: null,
  wechatId: null,
  birthday: null,
  gender: null,
  address: null,
  confirmedAtMs: null,
};

describe('the quality of what is on file', () => {
  it('is 100 when it is complete and fresh, and 0 when there is nothing', () => {
    expect(qualityOf(complete, NOW)).toEqual({ score: 100, flaws: [] });
    expect(qualityOf(nothing, NOW)).toEqual({
      score: 0,
      flaws: ['phone-missing', 'unconfirmed', 'name-missing', 'birthday-missing'],
    });
  });

  it.each([
    ['phone', 60],
    ['name', 80],
    ['birthday', 85],
    ['email', 90],
    ['address', 90],
    ['gender', 95],
  ] as const)('without %s is %i', (field, score) =>
    expect(qualityOf({ ...complete, [field]: null }, NOW).score).toBe(score),
  );

  it('takes a phone that is none for no phone, and says so', () => {
    expect(qualityOf({ ...complete, phone: '+861381234' }, NOW)).toEqual({ score: 60, flaws: ['phone-invalid'] });
  });

  it('takes WeChat for a way to write as well as an e-mail', () => {
    expect(qualityOf({ ...complete, email: null, wechatId: 'wx_1' }, NOW).score).toBe(100);
  });

  it('lasts a year, then fades to half over two more', () => {
    const days = (count: number) => freshness(NOW - count * DAY_MS, NOW);
    expect([days(0), days(365)]).toEqual([1, 1]);
    expect(days(731)).toBeCloseTo(0.75, 2);
    expect([days(1097), days(5000), freshness(null, NOW)]).toEqual([0.5, 0.5, 0.5]);
    expect(qualityOf({ ...complete, confirmedAtMs: NOW - 5000 * DAY_MS }, NOW)).toEqual({
      score: 50,
      flaws: ['unconfirmed'],
    });
  });

  it('never grows by leaving something out, and never leaves 0 to 100', () => {
    const anything = fc.record({
      name: fc.constantFrom(null, '王伟'),
      phone: fc.constantFrom(null, '+8613812345678', '+86138'),
      email: fc.constantFrom(null, 'a@example.com'),
      wechatId: fc.constantFrom(null, 'wx'),
      birthday: fc.constantFrom(null, complete.birthday),
      gender: fc.constantFrom(null, 'male'),
      address: fc.constantFrom(null, '一号'),
      confirmedAtMs: fc.option(fc.integer({ min: 0, max: NOW })),
    });
    fc.assert(
      fc.property(anything, fc.constantFrom('name', 'phone', 'email', 'birthday', 'address'), (onFile, left) => {
        const { score, flaws } = qualityOf(onFile, NOW);
        expect(score >= 0 && score <= 100).toBe(true);
        expect(qualityOf({ ...onFile, [left]: null }, NOW).score).toBeLessThanOrEqual(score);
        expect(flaws).toEqual(FLAWS.filter((flaw) => flaws.includes(flaw)));
      }),
    );
  });
});
