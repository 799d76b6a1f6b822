import { getFixedT } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { programmeContract, type RatedRow } from '../../../../shared/contract/programme.contract.ts';
import { FIRST_PROGRAMME, type Programme } from '../../../../shared/points/programme.ts';
import { makeFormat } from '../../../lib/format.ts';
import { startI18n } from '../../../lib/i18n.ts';
import { checkProgramme, draftOf, termsOf } from './programme-draft.ts';
import { exampleOf } from './programme-example.ts';
import { type RateDraft, ratesOf } from './rate-draft.ts';

beforeAll(() => startI18n('en'));
const format = makeFormat({ locale: 'en', currency: 'CNY', zone: 'Asia/Shanghai' });
const wrong = (changes: Partial<ReturnType<typeof draftOf>>) =>
  Object.keys(checkProgramme({ ...draftOf(FIRST_PROGRAMME, [], 2), ...changes }, 2, getFixedT('en'), format));

const CATEGORY_ID = '0198f0a9-11d2-7c3a-b1f0-9e8d7c6b5a40';
const PRODUCT_ID = '0198f0a9-11d2-7c3a-b1f0-9e8d7c6b5a41';
const RATED: readonly RatedRow[] = [
  { kind: 'category', id: CATEGORY_ID, name: 'tea', code: null, percent: 200 },
  { kind: 'product', id: PRODUCT_ID, name: 'gift', code: 'G', percent: 0 },
];

const OTHER: Programme = {
  ...FIRST_PROGRAMME,
  version: 4,
  earn: {
    ...FIRST_PROGRAMME.earn,
    points: 3,
    perMinor: 250,
    pendingDays: 7,
    tendersWithoutEarning: ['other'],
    categoryPercent: { [CATEGORY_ID]: 200 },
    productPercent: { [PRODUCT_ID]: 0 },
    tierPercent: { member: 100, silver: 120, gold: 150, platinum: 200 },
  },
  redeem: { stepPoints: 50, stepMinor: 25, maxPercentOfBasket: 30 },
  expiry: { kind: 'fixed-date', lastDate: '2028-02-29' },
};

describe('the programme’s form', () => {
  it.each([
    FIRST_PROGRAMME,
    OTHER,
    { ...OTHER, expiry: { kind: 'end-of-year', years: 0 } } as const,
    { ...OTHER, expiry: { kind: 'end-of-month', months: 0 } } as const,
    { ...OTHER, expiry: { kind: 'end-of-quarter', quarters: 3 } } as const,
  ])('gives back what it was given', (programme) => {
    const { version, tiers, ...given } = programme;
    const rated = programme.earn === FIRST_PROGRAMME.earn ? [] : RATED;
    const terms = termsOf(draftOf(programme, rated, 2), 2);
    expect(terms).toEqual(given);
    expect(programmeContract.save.input.safeParse({ ...terms, tiers, basedOn: version }).success).toBe(true);
    expect(wrong(draftOf(programme, rated, 2))).toEqual([]);
  });

  it('excludes any tender from earning, or none', () => {
    const draft = draftOf(OTHER, RATED, 2);
    expect(termsOf({ ...draft, withoutEarning: ['cash', 'gift-card'] }, 2).earn.tendersWithoutEarning).toEqual([
      'cash',
      'gift-card',
    ]);
    expect(termsOf({ ...draft, withoutEarning: [] }, 2).earn.tendersWithoutEarning).toEqual([]);
  });

  it.each(['', 'x', '-1', '1001', '1.5'])('says what is wrong with a rate of "%s"', (percent) => {
    const [rate] = ratesOf(RATED);
    expect(wrong({ rates: [{ ...(rate as RateDraft), percent }] })).toEqual(['rates']);
  });

  it.each([
    ['points', '0'],
    ['points', '101'],
    ['points', '1.5'],
    ['per', '0'],
    ['per', '1.005'],
    ['gold', '1001'],
    ['silver', ''],
    ['pendingDays', '366'],
    ['stepPoints', '0'],
    ['stepMoney', 'x'],
    ['maxPercent', '101'],
    ['months', '0'],
  ] as const)('says what is wrong with %s: "%s"', (field, text) => expect(wrong({ [field]: text })).toEqual([field]));

  it.each(['', '2027-02-29', '3000-01-01', '31.12.2027'])('takes no such day: "%s"', (lastDate) =>
    expect(wrong({ expiry: 'fixed-date', lastDate })).toEqual(['lastDate']),
  );

  it('asks for nothing that the chosen expiry has no use for', () =>
    expect(wrong({ expiry: 'never', months: '', years: '', lastDate: '' })).toEqual([]));
});

describe('the example', () => {
  const noon = Date.UTC(2026, 0, 31, 4);
  it('a basket of 128.50 earns 128 points, worth 1.00 a hundred, for a year', () => {
    const { version: _, ...terms } = FIRST_PROGRAMME;
    expect(exampleOf(terms as never, noon, 'Asia/Shanghai')).toEqual({
      earned: 128,
      tiers: [],
      usePoints: 12_800,
      payMinor: 12_800,
      lastGoodMs: Date.UTC(2027, 0, 31, 16) - 1,
      ended: false,
      usableFromMs: null,
    });
  });

  it('follows the tiers, the pending days, the most of a basket and a day that is over', () => {
    const terms = termsOf(draftOf(OTHER, RATED, 2), 2);
    expect(exampleOf(terms, noon, 'Asia/Shanghai')).toMatchObject({
      earned: 154,
      tiers: [
        { tier: 'silver', points: 185 },
        { tier: 'gold', points: 231 },
        { tier: 'platinum', points: 308 },
      ],
      usePoints: 7700,
      payMinor: 3850,
      usableFromMs: Date.UTC(2026, 1, 6, 16),
    });
    const over = exampleOf({ ...terms, expiry: { kind: 'fixed-date', lastDate: '2026-01-30' } }, noon, 'Asia/Shanghai');
    expect(over).toMatchObject({ earned: 0, tiers: [], ended: true });
  });
});
