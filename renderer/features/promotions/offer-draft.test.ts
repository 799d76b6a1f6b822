import { describe, expect, it } from 'vitest';
import { OFFER_FAULTS, type OfferFault } from '../../../shared/promotions/check-offers.ts';
import { ALL_GOODS } from '../../../shared/promotions/goods.ts';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';
import { blankOffer, draftOfOffer, placeOf, readOffer } from './offer-draft.ts';

const place = { moneyPlaces: 2, storeId: '00000000-0000-7000-8000-000000000001' };
const terms: OfferTerms = {
  name: '饮料九折',
  action: { kind: 'percent', goods: ALL_GOODS, percent: 10 },
  conditions: [
    { kind: 'window', from: null, until: '2026-05-01T00:00' },
    { kind: 'spend', goods: ALL_GOODS, atLeastMinor: 5000 },
  ],
  group: '饮料',
  priority: 5,
  caps: { basketMinor: 2000, lineMinor: null },
  limits: { perMember: 3, total: null, budgetMinor: 100_000 },
};
const faulty = (changes: Partial<OfferTerms>) => readOffer(draftOfOffer({ ...terms, ...changes }, '', place), place);

describe('the form of an offer', () => {
  it('reads back what it was given', () =>
    expect(readOffer(draftOfOffer(terms, '店庆', place), place)).toEqual({ terms, problems: {} }));

  it('names what a new one still lacks', () =>
    expect(readOffer(blankOffer(place), place)).toEqual({
      terms: null,
      problems: { name: { kind: 'missing' }, 'action.percent': { kind: 'missing' } },
    }));

  it('says what cannot be read at its field', () => {
    const draft = { ...draftOfOffer(terms, '', place), budgetMinor: 'much', perMember: '1.5', priority: '1001' };
    expect(readOffer(draft, place).problems).toEqual({
      budgetMinor: { kind: 'unreadable', field: 'money' },
      perMember: { kind: 'unreadable', field: 'pieces' },
      priority: { kind: 'too-big', field: 'pieces', bound: 1000 },
    });
  });

  it.each<[OfferFault, string, Partial<OfferTerms>]>([
    [
      'window-backwards',
      'conditions.0.until',
      { conditions: [{ kind: 'window', from: '2026-05-02T00:00', until: '2026-05-01T00:00' }] },
    ],
    [
      'off-above-spend',
      'action.offMinor',
      { action: { kind: 'threshold', goods: ALL_GOODS, spendMinor: 10, offMinor: 11, repeats: 'once' } },
    ],
    ['limit-zero', 'total', { limits: { perMember: 3, total: 0, budgetMinor: null } }],
    ['cap-zero', 'lineMinor', { caps: { basketMinor: 5, lineMinor: 0 } }],
    [
      'condition-twice',
      'conditions',
      {
        conditions: [
          { kind: 'tier', tiers: ['gold'] },
          { kind: 'tier', tiers: ['silver'] },
        ],
      },
    ],
    [
      'money-limit-without-money',
      'basketMinor',
      { action: { kind: 'bonus-points', points: 5 }, limits: { perMember: null, total: null, budgetMinor: null } },
    ],
  ])('shows %s at %s', (fault, at, changes) => expect(faulty(changes).problems[at]).toBe(fault));

  it('has a place for every fault', () => {
    for (const fault of OFFER_FAULTS) expect(placeOf(fault, terms)).not.toBe('');
  });
});
