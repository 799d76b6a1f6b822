import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockingKeys } from './blocking.ts';
import { Blocks } from './blocks.ts';
import { bitsOf, type Comparable, compare, DUPLICATE_REASONS, differBySlip, prepare } from './duplicates.ts';
import { groupPairs } from './group-pairs.ts';
import type { Birthday } from './profile.ts';
import { searchKeys } from './search-keys.ts';

const nobody: Comparable = {
  name: null,
  pinyin: null,
  phone: null,
  email: null,
  wechatId: null,
  birthday: null,
  gender: null,
  address: null,
  cards: [],
};
const who = (facts: Partial<Comparable>) =>
  prepare({ ...nobody, pinyin: facts.name ? searchKeys(facts.name).pinyin : null, ...facts });
const inMay: Birthday = { calendar: 'solar', month: 5, day: 20, year: 1988, leapMonth: false };
const phone = '+8613812345678';
const livingAt = (address: string, number: string) => ({ name: '张伟', address, phone: number });
const like = (a: Partial<Comparable>, b: Partial<Comparable>) => {
  const { band, reasons } = compare(who(a), who(b));
  return [band, ...reasons];
};

describe('two people', () => {
  it('are surely one with the same phone and name', () => {
    expect(like({ phone, name: '张伟' }, { phone, name: '张 伟' })).toEqual(['sure', 'same-phone', 'same-name']);
  });

  it('are likely one with the same phone, and only possibly where the names differ, as in a family', () => {
    expect(like({ phone }, { phone, name: '张伟' })).toEqual(['likely', 'same-phone']);
    expect(like({ phone, name: '张伟' }, { phone, name: '李娜' })).toEqual(['possible', 'same-phone', 'other-name']);
  });

  it('are likely one with the same e-mail, however it is capitalised', () => {
    expect(like({ email: 'Zhang@Example.com' }, { email: 'zhang@example.com ' })).toEqual(['likely', 'same-email']);
  });

  it('are likely one who had the same card', () => {
    expect(like({ cards: ['A1', 'B2'], name: '张伟' }, { cards: ['B2'] })).toEqual(['likely', 'same-card']);
  });

  it('are likely one with the same name and birthday, and possibly where a year is not known', () => {
    const a = { name: '张伟', birthday: inMay, phone };
    expect(like(a, { name: '张伟', birthday: inMay, phone: '+8613987654321' })[0]).toBe('likely');
    expect(like(a, { ...a, phone: '+8613987654321', birthday: { ...inMay, year: null } })).toEqual([
      'possible',
      'same-name',
      'same-day',
      'other-phone',
    ]);
  });

  it('are possibly one whose names sound alike with the same last four digits', () => {
    expect(like({ name: '张伟', phone }, { name: '章薇', phone: '+8613700005678' })).toEqual([
      'possible',
      'same-last-4',
      'same-sound',
    ]);
  });

  it.each([
    ['one digit another', '+8613812345679'],
    ['two neighbours swapped', '+8613812345687'],
    ['two neighbours swapped far in front', '+8618312345678'],
  ])('are surely one with the same name and %s in the phone', (_, slipped) => {
    expect(like({ name: '张伟', phone }, { name: '张伟', phone: slipped })).toEqual([
      'sure',
      'phone-slip',
      'same-name',
    ]);
  });

  it('are likely one with the same name in the same house, not in the same town', () => {
    expect(like(livingAt('解放路 12 号 3 室', phone), livingAt('解放路12号3室', '+8613987654321'))[0]).toBe('likely');
    expect(like(livingAt('上海市', phone), livingAt('上海市', '+8613987654321'))[0]).toBeNull();
  });

  it('are not taken for one by the name alone, by another birthday, or because both leave something empty', () => {
    expect(like({ name: '张伟', phone }, { name: '张伟', phone: '+8613987654321' })[0]).toBeNull();
    expect(like({ name: '张伟', birthday: inMay }, { name: '张伟', birthday: { ...inMay, year: 1990 } })[0]).toBeNull();
    expect(like({}, {})).toEqual([null]);
  });

  it('are less likely one where the gender differs', () => {
    expect(like({ phone, name: '张伟', gender: 'male' }, { phone, name: '张伟', gender: 'female' })[0]).toBe('likely');
  });
});

describe('the evidence', () => {
  it('of every reason says in bits what it speaks for', () => {
    for (const reason of DUPLICATE_REASONS) expect(Math.sign(bitsOf(reason))).toBe(reason.startsWith('other') ? -1 : 1);
    expect(bitsOf('same-day')).toBeCloseTo(Math.log2(0.85 * 365), 5);
  });
});

const digit = fc.integer({ min: 0, max: 9 });
const phones = fc.array(digit, { minLength: 9, maxLength: 9 }).map((rest) => `+8613${rest.join('')}`);

describe('a slip in a phone', () => {
  it('is any one digit changed or any two neighbours swapped, and nothing else', () => {
    fc.assert(
      fc.property(phones, fc.integer({ min: 3, max: 12 }), digit, (one, at, other) => {
        const changed = one.slice(0, at) + other + one.slice(at + 1);
        expect(differBySlip(one, changed)).toBe(changed !== one);
        const swapped = one.slice(0, at) + (one[at + 1] ?? '') + one[at] + one.slice(at + 2);
        expect(differBySlip(one, swapped)).toBe(swapped !== one && at < one.length - 1);
        expect(differBySlip(one, `${one}0`)).toBe(false);
      }),
    );
    expect(differBySlip('+8613812345678', '+8613812346679')).toBe(false);
  });
});

const people = fc.record({
  name: fc.constantFrom(null, '张伟', '章薇', '李娜', 'Anna Smith', '🙂'),
  phone: fc.option(phones),
  email: fc.constantFrom(null, 'a@example.com', 'A@example.com', 'b@example.com'),
  wechatId: fc.constantFrom(null, 'wx_1', 'wx_2'),
  birthday: fc.constantFrom(null, inMay, { ...inMay, year: null }, { ...inMay, day: 21 }),
  gender: fc.constantFrom(null, 'male', 'female'),
  address: fc.constantFrom(null, '解放路12号3室', '人民路 5 号 1 室'),
  cards: fc.subarray(['A', 'B']),
});

describe('a comparison', () => {
  it('is the same from both sides', () => {
    fc.assert(
      fc.property(people, people, (a, b) => void expect(compare(who(a), who(b))).toEqual(compare(who(b), who(a)))),
    );
  });

  it('is made of everybody who would score: they share a key', () => {
    const slipOf = fc.tuple(people, people, fc.integer({ min: 5, max: 12 }), digit).map(([a, b, at, other]) => ({
      a,
      b: a.phone ? { ...b, phone: a.phone.slice(0, at) + other + a.phone.slice(at + 1) } : b,
    }));
    fc.assert(
      fc.property(slipOf, ({ a, b }) => {
        const [one, other] = [who(a), who(b)];
        const shared = blockingKeys(one).filter((key) => blockingKeys(other).includes(key));
        expect(compare(one, other).band === null || shared.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('blocks', () => {
  it('bring together exactly those who share a key', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }), (keys) => {
        const blocks = new Blocks();
        for (const [row, key] of keys.entries()) blocks.add(row, key);
        const expected = Map.groupBy(keys.keys(), (row) => keys[row]);
        const groups = [...blocks.inBuckets()].flat();
        expect(groups.map((rows) => rows.join()).toSorted()).toEqual(
          [...expected.values()]
            .filter((rows) => rows.length > 1)
            .map((rows) => rows.join())
            .toSorted(),
        );
      }),
    );
  });

  it('refuse more people than a row number holds', () => {
    expect(() => new Blocks().add(2 ** 24, 'a')).toThrow(RangeError);
  });
});

const pair = (firstPk: number, secondPk: number, bits: number) => ({
  firstPk,
  secondPk,
  bits,
  band: bits >= 26 ? ('sure' as const) : bits >= 18.5 ? ('likely' as const) : ('possible' as const),
  reasons: [],
});

const grouped = (most: number, ...pairs: ReturnType<typeof pair>[]) =>
  [...Map.groupBy(groupPairs(pairs, most), ({ groupNo }) => groupNo).values()]
    .map((group) => [...new Set(group.flatMap(({ firstPk, secondPk }) => [firstPk, secondPk]))].toSorted().join())
    .toSorted();

describe('a group', () => {
  it('is made of pairs that hang together', () => {
    expect(grouped(6, pair(1, 2, 30), pair(2, 3, 20), pair(7, 8, 19))).toEqual(['1,2,3', '7,8']);
  });

  it('is not made of a chain of maybes', () => {
    expect(grouped(6, pair(1, 2, 14), pair(2, 3, 13.5), pair(4, 5, 30), pair(5, 6, 14))).toEqual(['1,2', '4,5']);
  });

  it('takes no more than is shown side by side, the surest first', () => {
    expect(grouped(3, pair(1, 2, 30), pair(2, 3, 29), pair(3, 4, 28))).toEqual(['1,2,3']);
  });
});
