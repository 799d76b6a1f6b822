import { describe, expect, it } from 'vitest';
import { anOffer, goodsOf, idNo } from '../../tests/fixtures/an-offer.ts';
import { ACTIONS } from './actions.ts';
import { checkOffers, OFFER_FAULTS, type OfferFault } from './check-offers.ts';
import { CONDITIONS, type Condition } from './conditions.ts';
import { ALL_GOODS } from './goods.ts';
import type { Offer } from './offer.ts';

const none = { ...goodsOf(1), exceptProductIds: [idNo<'product'>(1)] };
const window = (from: string, until: string): Condition => ({ kind: 'window', from, until });
const hours = (weekdays: number[], fromMinute = 0, untilMinute = 1440): Condition => ({
  kind: 'hours',
  weekdays,
  fromMinute,
  untilMinute,
});
const unlimited = { perMember: null, total: null, budgetMinor: null };
const buy = { kind: 'buy-x-get-y', goods: goodsOf(1, 2), buy: 1, get: 1, percent: 100, mostTimes: null } as const;

const SENSELESS: readonly [OfferFault, Partial<Omit<Offer, 'id'>>][] = [
  [
    'condition-twice',
    {
      conditions: [
        { kind: 'tier', tiers: ['gold'] },
        { kind: 'tier', tiers: ['silver'] },
      ],
    },
  ],
  ['goods-none', { action: { kind: 'percent', goods: none, percent: 10 } }],
  ['goods-none', { conditions: [{ kind: 'goods', goods: none }] }],
  ['window-backwards', { conditions: [window('2026-03-02T00:00', '2026-03-01T00:00')] }],
  ['window-backwards', { conditions: [window('2026-03-01T00:00', '2026-03-01T00:00')] }],
  ['hours-empty', { conditions: [hours([1], 600, 600)] }],
  ['weekday-twice', { conditions: [hours([1, 2, 1])] }],
  // Monday to Wednesday, for Fridays.
  ['never-in-window', { conditions: [window('2026-03-16T00:00', '2026-03-18T23:00'), hours([5])] }],
  [
    'off-above-spend',
    { action: { kind: 'threshold', goods: ALL_GOODS, spendMinor: 10, offMinor: 11, repeats: 'once' } },
  ],
  ['get-what-is-bought', { action: { ...buy, gets: goodsOf(2, 1) } }],
  ['budget-zero', { limits: { ...unlimited, budgetMinor: 0 } }],
  ['limit-zero', { limits: { ...unlimited, perMember: 0 } }],
  ['limit-zero', { limits: { ...unlimited, total: 0 } }],
  ['cap-zero', { caps: { basketMinor: 0, lineMinor: null } }],
  ['cap-zero', { caps: { basketMinor: null, lineMinor: 0 } }],
  ['member-limit-above-total', { limits: { ...unlimited, perMember: 6, total: 5 } }],
  [
    'money-limit-without-money',
    { action: { kind: 'bonus-points', points: 5 }, limits: { ...unlimited, budgetMinor: 5 } },
  ],
];

describe('offers that make no sense', () => {
  it.each(SENSELESS)('are refused: %s (%j)', (reason, terms) =>
    expect(checkOffers([anOffer(terms)])).toEqual([{ offerId: idNo(1), reason }]),
  );

  it('are refused where two have the same id', () =>
    expect(checkOffers([anOffer(), anOffer({ no: 2 }), anOffer()])).toEqual([
      { offerId: idNo(1), reason: 'id-twice' },
    ]));

  it('has a row above for every reason', () =>
    expect(new Set(['id-twice', ...SENSELESS.map(([reason]) => reason)])).toEqual(new Set(OFFER_FAULTS)));

  it('are told from those that do', () => {
    const fine: Partial<Omit<Offer, 'id'>>[] = [
      {
        conditions: [
          { kind: 'goods', goods: goodsOf(1) },
          { kind: 'goods', goods: goodsOf(2) },
        ],
      },
      { conditions: [window('2026-03-20T18:00', '2026-03-21T04:00'), hours([5], 1080, 240)] },
      // The small hours of Saturday are Friday's business.
      { conditions: [window('2026-03-21T00:00', '2026-03-21T04:00'), hours([5], 0, 240)] },
      { conditions: [window('2020-01-01T00:00', '2030-01-01T00:00'), hours([3])] },
      { action: { ...buy, gets: goodsOf(2) } },
      { limits: { perMember: 5, total: 5, budgetMinor: 1 } },
    ];
    expect(checkOffers(fine.map((terms, index) => anOffer({ ...terms, no: index + 1 })))).toEqual([]);
  });
});

describe('the arguments of a form', () => {
  const all = { ...ACTIONS, ...CONDITIONS };

  it.each(Object.entries(all))('of %s are those of its schema', (kind, { args, fields }) => {
    const shape = args.shape as Record<string, unknown>;
    expect(Object.keys(fields).toSorted()).toEqual(
      Object.keys(shape)
        .filter((name) => name !== 'kind')
        .toSorted(),
    );
    expect(args.shape.kind.value).toBe(kind);
  });

  it.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:00', 'soon'])('refuse %s', (from) =>
    expect(CONDITIONS.window.args.safeParse({ kind: 'window', from, until: null }).success).toBe(false),
  );
});
