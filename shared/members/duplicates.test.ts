import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, mayBeSame } from './duplicates.ts';
import type { Birthday } from './profile.ts';

const nobody: Comparable = { phone: null, email: null, name: null, birthday: null };
const inMay: Birthday = { calendar: 'solar', month: 5, day: 20, year: 1988, leapMonth: false };

describe('two people', () => {
  it('are certainly one with the same phone', () => {
    const phone = '+8613812345678';
    expect(mayBeSame({ ...nobody, phone, name: '张伟' }, { ...nobody, phone, name: '张玮' })).toEqual({
      score: 1,
      reasons: ['same-phone'],
    });
  });

  it('may be one with the same e-mail, however it is capitalised', () => {
    const { score, reasons } = mayBeSame(
      { ...nobody, email: 'Zhang@Example.com' },
      { ...nobody, email: 'zhang@example.com ' },
    );
    expect(reasons).toEqual(['same-email']);
    expect(score).toBeCloseTo(0.9);
  });

  it('may be one with the same name and birthday, also where one year is not known', () => {
    const known = { ...nobody, name: '张 伟', birthday: inMay };
    expect(mayBeSame(known, { ...nobody, name: '张伟', birthday: { ...inMay, year: null } }).reasons).toEqual([
      'same-name-and-birthday',
    ]);
  });

  it('are not taken for one by the name alone, another year, or another calendar', () => {
    const known = { ...nobody, name: '张伟', birthday: inMay };
    for (const birthday of [null, { ...inMay, year: 1990 }, { ...inMay, calendar: 'lunar' as const }])
      expect(mayBeSame(known, { ...nobody, name: '张伟', birthday })).toEqual({ score: 0, reasons: [] });
  });

  it('are not one because both leave something empty', () => {
    expect(mayBeSame(nobody, nobody)).toEqual({ score: 0, reasons: [] });
  });

  it('are surer to be one with two reasons than with either', () => {
    const a = { ...nobody, email: 'z@example.com', name: '张伟', birthday: inMay };
    expect(mayBeSame(a, a).score).toBeCloseTo(0.98);
  });

  it('are compared the same way from both sides', () => {
    const people = fc.record({
      phone: fc.constantFrom(null, '+8613812345678', '+8613912345678'),
      email: fc.constantFrom(null, 'a@example.com', 'A@example.com', 'b@example.com'),
      name: fc.constantFrom(null, '张伟', '李娜'),
      birthday: fc.constantFrom(null, inMay, { ...inMay, year: null }, { ...inMay, day: 21 }),
    });
    fc.assert(
      fc.property(people, people, (a, b) => {
        expect(mayBeSame(a, b)).toEqual(mayBeSame(b, a));
      }),
    );
  });
});
