import { t } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { TIERS } from '../../../shared/members/profile.ts';
import { ACTIONS } from '../../../shared/promotions/actions.ts';
import { CONDITIONS } from '../../../shared/promotions/conditions.ts';
import { ALL_GOODS } from '../../../shared/promotions/goods.ts';
import type { OfferTerms } from '../../../shared/promotions/offer.ts';
import { makeFormat } from '../../lib/format.ts';
import { type Language, switchLanguage } from '../../lib/i18n.ts';
import { prepareUi } from '../../ui/render-for-test.tsx';
import { fill, offerSentences, whenWords } from './offer-sentence.ts';

prepareUi();

const DRINKS = '00000000-0000-7000-8000-00000000000a' as never;
const TEA = '00000000-0000-7000-8000-00000000000b' as never;
const names: Record<string, string> = { [DRINKS]: '饮料', [TEA]: '红茶' };
const drinks = { ...ALL_GOODS, categoryIds: [DRINKS] };

async function sayingIn(language: Language) {
  await switchLanguage(language);
  return {
    t,
    format: makeFormat({ locale: language, currency: 'CNY', zone: 'Asia/Shanghai' }),
    language,
    tierName: (tier: (typeof TIERS)[number]) => tier,
    nameOf: (id: string) => names[id] ?? null,
    storeName: '西湖店',
  };
}

const offer = (changes: Partial<OfferTerms>): OfferTerms => ({
  name: 'x',
  action: { kind: 'percent', goods: drinks, percent: 10 },
  conditions: [],
  group: null,
  priority: 0,
  caps: { basketMinor: null, lineMinor: null },
  limits: { perMember: null, total: null, budgetMinor: null },
  ...changes,
});

const OFFERS: readonly (readonly [Partial<OfferTerms>, string, string])[] = [
  [{}, '10% off 饮料, always.', '饮料打 9 折，始终生效。'],
  [
    { conditions: [{ kind: 'spend', goods: drinks, atLeastMinor: 5000 }] },
    '10% off 饮料, from ¥50.00 spent on 饮料.',
    '饮料满 ¥50.00：饮料打 9 折。',
  ],
  [
    { action: { kind: 'buy-x-get-y', goods: drinks, buy: 2, get: 1, gets: null, percent: 100, mostTimes: null } },
    'Buy 2 of 饮料 and get 1 free, always.',
    '饮料买 2 送 1，始终生效。',
  ],
  [
    {
      action: {
        kind: 'buy-x-get-y',
        goods: drinks,
        buy: 2,
        get: 1,
        gets: { ...ALL_GOODS, productIds: [TEA] },
        percent: 50,
        mostTimes: 3,
      },
    },
    'Buy 2 of 饮料 and get 1 of 红茶 at 50% off, at most 3 times, always.',
    '饮料买 2 件，红茶再买 1 件打 5 折，每单最多 3 次，始终生效。',
  ],
  [
    {
      action: { kind: 'threshold', goods: ALL_GOODS, spendMinor: 10000, offMinor: 1500, repeats: 'each' },
      conditions: [{ kind: 'hours', weekdays: [1, 2, 3, 6], fromMinute: 540, untilMinute: 1440 }],
    },
    'Save ¥15.00 for each ¥100.00 spent on everything, Mon–Wed, Sat from 09:00 to 24:00.',
    '周一至周三、周六 09:00–24:00：全场商品每满 ¥100.00 减 ¥15.00。',
  ],
  [
    {
      action: { kind: 'threshold', goods: ALL_GOODS, spendMinor: 10000, offMinor: 1500, repeats: 'each' },
      conditions: [{ kind: 'hours', weekdays: [6, 7], fromMinute: 0, untilMinute: 1440 }],
    },
    'Save ¥15.00 for each ¥100.00 spent on everything, Sat, Sun.',
    '周六、周日：全场商品每满 ¥100.00 减 ¥15.00。',
  ],
  [
    {
      action: { kind: 'points-multiplier', goods: drinks, percent: 250 },
      conditions: [{ kind: 'birthday', span: 'week' }],
    },
    '2.5 times the points on 饮料, in the week of the member’s birthday.',
    '会员生日当周：饮料享 2.5 倍积分。',
  ],
  [
    { conditions: [{ kind: 'window', from: null, until: '2026-05-01T00:00' }] },
    '10% off 饮料, until May 1, 2026 00:00.',
    '2026年5月1日 00:00 止：饮料打 9 折。',
  ],
];

describe('an offer read back', () => {
  it.each(OFFERS)('%j', async (changes, english, chinese) => {
    expect(offerSentences(offer(changes), await sayingIn('en'))).toEqual([english]);
    expect(offerSentences(offer(changes), await sayingIn('zh-CN'))).toEqual([chinese]);
  });

  it('goes on with its bounds', async () =>
    expect(
      offerSentences(
        offer({ group: '饮料', limits: { perMember: 1, total: null, budgetMinor: 100_000 } }),
        await sayingIn('en'),
      ).slice(1),
    ).toEqual([
      'In at most 1 purchases of a member.',
      'Until ¥1,000.00 were given.',
      'Not together with other offers of the group “饮料”.',
    ]));

  it.each(['en', 'zh-CN'] as const)('leaves no name of an argument unsaid in %s', async (language) => {
    const saying = await sayingIn(language);
    const kinds = [
      ...Object.keys(ACTIONS).map((kind) => `offerGives.${kind}`),
      ...Object.keys(CONDITIONS).map((kind) => `offerWhen.${kind}`),
    ];
    for (const key of kinds) {
      const template = (saying.t as unknown as (key: string, terms: object) => string)(`promotions.${key}`, {
        skipInterpolation: true,
        defaultValue: '',
      });
      expect(template, key).not.toBe('');
      const kind = key.slice(key.indexOf('.') + 1);
      const { fields } = { ...ACTIONS, ...CONDITIONS }[kind as 'percent'];
      const asked = Object.keys(fields).filter((name) => !['repeats', 'span', 'worthMinor', 'percent'].includes(name));
      for (const name of asked) expect(template, key).toContain(`{{${name}`);
    }
  });

  it('says nothing of when an offer that always holds does', async () =>
    expect(whenWords(offer({}), await sayingIn('en'))).toBe(''));

  it('leaves out what is in brackets where a name in them is missing', () =>
    expect(fill('a[ {{x}}][ {{y}}] {{x}}', { x: '[1]' })).toBe('a [1] [1]'));
});
