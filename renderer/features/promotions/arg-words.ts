import type { TFunction } from 'i18next';
import type { Tier } from '../../../shared/members/profile.ts';
import type { Goods } from '../../../shared/promotions/goods.ts';
import type { FieldKind } from '../../../shared/promotions/terms.ts';
import type { Format } from '../../lib/format.ts';

/** What it takes to say an argument. */
export interface Saying {
  readonly t: TFunction;
  readonly format: Format;
  readonly language: string;
  readonly tierName: (tier: Tier) => string;
  /** The name of a product, a category, an audience or a coupon; null while it is not known. */
  readonly nameOf: (id: string) => string | null;
  readonly storeName: string;
}

/** More names than these are counted. */
const NAMED = 3;

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** A weekday (Monday is 1) by its short name. */
export const weekdayWords = (weekday: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(MONDAY + (weekday - 1) * DAY_MS);

export function listWords(words: readonly string[], { t }: Pick<Saying, 't'>): string {
  const shown = words.slice(0, NAMED).join(t('promotions.says.comma'));
  const more = words.length - NAMED;
  return more > 0 ? t('promotions.says.more', { names: shown, count: more }) : shown;
}

/** Three days and more in a row are said by the first and the last. */
function weekdaysWords(weekdays: readonly number[], saying: Saying): string {
  const { t, language } = saying;
  if (weekdays.length === 7) return t('promotions.says.everyDay');
  const runs: number[][] = [];
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const words = runs.flatMap((run) => {
    const names = run.map((day) => weekdayWords(day, language));
    return run.length < 3 ? names : [t('promotions.says.range', { from: names[0] ?? '', to: names.at(-1) ?? '' })];
  });
  return words.join(t('promotions.says.comma'));
}

export function goodsWords({ productIds, categoryIds, exceptProductIds }: Goods, saying: Saying): string {
  const { t, nameOf } = saying;
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(id) ?? '…');
  const all = [...named(categoryIds), ...named(productIds)];
  const goods = all.length > 0 ? listWords(all, saying) : t('promotions.says.everything');
  return exceptProductIds.length > 0
    ? t('promotions.says.except', { goods, except: listWords(named(exceptProductIds), saying) })
    : goods;
}

/** An argument that is not null, as a sentence says it. Some kinds have more than one way to be said. */
type Sayings = Readonly<Record<string, string>>;
type Says = (value: never, saying: Saying) => string | Sayings;

const hundredth = (percent: number, saying: Saying): string => saying.format.percent(percent * 100);

/** `''` is what the argument's own name stands for in a sentence, other names follow it with a capital. */
const SAYS: Readonly<Record<FieldKind, Says>> = {
  goods: (goods: Goods, saying) => goodsWords(goods, saying),
  parts: (parts: readonly { goods: Goods; pieces: number }[], saying) =>
    parts
      .map(({ goods, pieces }) => saying.t('promotions.says.part', { pieces, goods: goodsWords(goods, saying) }))
      .join(saying.t('promotions.says.plus')),
  percent: (percent: number, saying) => ({
    '': hundredth(percent, saying),
    // 10 % off is 9 tenths of the price; 200 % of the points are 2 times the points.
    Tenths: saying.format.quantity((100 - percent) * 100),
    Times: saying.format.quantity(percent * 10),
  }),
  money: (minor: number, { format }) => format.money(minor),
  points: (count: number, { t }) => t('facts.points', { count }),
  pieces: (count: number, { format }) => format.count(count),
  quantity: (thousandths: number, { format }) => format.quantity(thousandths),
  audiences: (ids: readonly string[], saying) =>
    ids.map((id) => saying.nameOf(id) ?? '…').join(saying.t('promotions.says.comma')),
  campaign: (_id: string, { t }) => t('promotions.says.campaign'),
  tiers: (tiers: readonly Tier[], saying) => tiers.map(saying.tierName).join(saying.t('promotions.says.comma')),
  stores: (ids: readonly string[], { t, storeName }) =>
    ids.length === 1 ? storeName : t('promotions.says.stores', { count: ids.length }),
  weekdays: weekdaysWords,
  'from-minute': (minute: number, { format }) => format.clock(minute),
  'until-minute': (minute: number, { format }) => format.clock(minute),
  'local-time': (local: string, { format }) => `${format.date(local.slice(0, 10))} ${local.slice(11)}`,
  'birthday-span': () => '',
  'each-or-once': () => '',
  product: (id: string, { nameOf }) => nameOf(id) ?? '…',
  'coupon-kind': (id: string, { nameOf }) => nameOf(id) ?? '…',
};

/** What stands for the argument `name` in a sentence: under its name, and under names that begin with it. */
export function sayArg(name: string, kind: FieldKind, value: unknown, saying: Saying): Sayings {
  const said = SAYS[kind](value as never, saying);
  if (typeof said === 'string') return { [name]: said };
  return Object.fromEntries(Object.entries(said).map(([ending, words]) => [name + ending, words]));
}

/** One value of a kind, in words: a bound that a field names, for instance. */
export const sayValue = (kind: FieldKind, value: unknown, saying: Saying): string =>
  sayArg('value', kind, value, saying).value ?? '';
