import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACTIONS } from '../../../shared/promotions/actions.ts';
import { CONDITIONS } from '../../../shared/promotions/conditions.ts';
import { ALL_GOODS, goodsSchema } from '../../../shared/promotions/goods.ts';
import { type Definition, definitionOf, OFFERED_ACTIONS, offeredConditions } from './definition.ts';
import { blankPart, draftOfPart, exchangedPart, type PartDraft, readPart } from './part-draft.ts';

const place = { moneyPlaces: 2, storeId: '00000000-0000-7000-8000-000000000001' };
const product = '00000000-0000-7000-8000-00000000000a';
const goods = { ...ALL_GOODS, productIds: [product] };

/** One of each, as it may come from the API. */
const PARTS: readonly (readonly [{ readonly kind: string } & Record<string, unknown>, Definition])[] = [
  [{ kind: 'percent', goods, percent: 10 }, ACTIONS.percent],
  [{ kind: 'amount', goods: ALL_GOODS, offMinor: 550 }, ACTIONS.amount],
  [{ kind: 'fixed-price', goods, priceMinor: 990, mostPieces: null }, ACTIONS['fixed-price']],
  [{ kind: 'buy-x-get-y', goods, buy: 2, get: 1, gets: null, percent: 100, mostTimes: 3 }, ACTIONS['buy-x-get-y']],
  [{ kind: 'threshold', goods, spendMinor: 10000, offMinor: 1000, repeats: 'each' }, ACTIONS.threshold],
  [{ kind: 'bundle', parts: [{ goods, pieces: 2 }], priceMinor: 1500, mostTimes: null }, ACTIONS.bundle],
  [{ kind: 'points-multiplier', goods, percent: 200 }, ACTIONS['points-multiplier']],
  [{ kind: 'bonus-points', points: 50 }, ACTIONS['bonus-points']],
  [{ kind: 'coupon', couponKindId: product, count: 1, worthMinor: 500 }, ACTIONS.coupon],
  [{ kind: 'gift', productId: product, quantityThousandths: 1500, worthMinor: 300 }, ACTIONS.gift],
  [{ kind: 'audience', audienceIds: [product] }, CONDITIONS.audience],
  [{ kind: 'campaign', campaignId: product }, CONDITIONS.campaign],
  [{ kind: 'tier', tiers: ['gold'] }, CONDITIONS.tier],
  [{ kind: 'goods', goods }, CONDITIONS.goods],
  [{ kind: 'store', storeIds: [product] }, CONDITIONS.store],
  [{ kind: 'window', from: '2026-03-01T08:00', until: null }, CONDITIONS.window],
  [{ kind: 'hours', weekdays: [5, 6], fromMinute: 1080, untilMinute: 1440 }, CONDITIONS.hours],
  [{ kind: 'first-purchase' }, CONDITIONS['first-purchase']],
  [{ kind: 'birthday', span: 'month' }, CONDITIONS.birthday],
  [{ kind: 'quantity', goods, atLeastThousandths: 2500 }, CONDITIONS.quantity],
  [{ kind: 'spend', goods, atLeastMinor: 5000 }, CONDITIONS.spend],
];

const typedThreshold = (args: PartDraft['args']) =>
  readPart(
    { kind: 'threshold', args: { ...blankPart('threshold', ACTIONS.threshold, place).args, ...args } },
    ACTIONS.threshold,
    place,
  );

describe('an action or a condition', () => {
  it.each(PARTS)('%j is the same after it was shown in the form', (part, definition) =>
    expect(readPart(draftOfPart(part, definition, place), definition, place)).toEqual({ ok: true, value: part }),
  );

  it('has a row above for every kind', () =>
    expect(new Set(PARTS.map(([{ kind }]) => kind))).toEqual(
      new Set([...Object.keys(ACTIONS), ...Object.keys(CONDITIONS)]),
    ));

  it('says which argument is missing, unreadable or out of bounds', () => {
    expect(typedThreshold({ spendMinor: '', offMinor: 'five' })).toEqual({
      ok: false,
      problems: { spendMinor: { kind: 'missing' }, offMinor: { kind: 'unreadable', field: 'money' } },
    });
    expect(typedThreshold({ spendMinor: '0', offMinor: '10000000.01' })).toEqual({
      ok: false,
      problems: {
        spendMinor: { kind: 'too-small', field: 'money', bound: 1 },
        offMinor: { kind: 'too-big', field: 'money', bound: 1_000_000_000 },
      },
    });
  });

  it('asks for one at least where some are chosen', () =>
    expect(readPart(blankPart('tier', CONDITIONS.tier, place), CONDITIONS.tier, place)).toEqual({
      ok: false,
      problems: { tiers: { kind: 'missing' } },
    }));

  it('keeps what another one asks for as well', () => {
    const percent = { kind: 'percent', args: { goods: goods as never, percent: '15' } };
    expect(exchangedPart(percent, ACTIONS.percent, 'amount', ACTIONS.amount, place)).toEqual({
      kind: 'amount',
      args: { goods, offMinor: '' },
    });
  });

  it('of a kind that nobody has thought of yet needs nothing but its definition', () => {
    const currency: Definition = {
      args: z.object({ kind: z.literal('new'), least: z.int().min(2), goods: goodsSchema, note: z.int().nullable() }),
      fields: { least: 'pieces', goods: 'goods', note: 'points' },
    };
    const blank = blankPart('new', currency, place);
    expect(readPart(blank, currency, place)).toEqual({ ok: false, problems: { least: { kind: 'missing' } } });
    expect(readPart({ ...blank, args: { ...blank.args, least: '2' } }, currency, place)).toEqual({
      ok: true,
      value: { kind: 'new', least: 2, goods: ALL_GOODS, note: null },
    });
  });
});

describe('the menus', () => {
  it('offer what a form can ask for', () => {
    expect(OFFERED_ACTIONS).toContain('gift');
    expect(OFFERED_ACTIONS).toContain('coupon');
    expect(offeredConditions([])).toContain('coupon');
    expect(offeredConditions([])).toContain('audience');
    expect(offeredConditions([])).not.toContain('campaign');
  });

  it('offer once what an offer may have once', () => {
    expect(offeredConditions(['tier', 'goods'])).toContain('goods');
    expect(offeredConditions(['tier', 'goods'])).not.toContain('tier');
    expect(definitionOf.condition('tier')).toBe(CONDITIONS.tier);
  });
});
