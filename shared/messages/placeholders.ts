import type { MessageLanguage } from './message.ts';

/** What a template may have filled in: nothing else stands in braces. */
export const TEMPLATE_PLACEHOLDERS = [
  'name',
  'points',
  'tier',
  'expiringPoints',
  'expiryDate',
  'store',
  'couponCode',
  'optOut',
] as const;
/** What only a notice can name, of the act that it tells of. */
export const ACT_PLACEHOLDERS = [
  'receiptNumber',
  'amount',
  'earnedPoints',
  'usedPoints',
  'changedPoints',
  'formerTier',
  'cardEnding',
  'receipt',
] as const;
export const PLACEHOLDERS = [...TEMPLATE_PLACEHOLDERS, ...ACT_PLACEHOLDERS] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
/** Null or left out: there is none, and a text that needs it is not sent. */
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string | null>>>;

/** How each is written between braces; both languages are understood in every template. */
export const PLACEHOLDER_NAMES: Readonly<Record<MessageLanguage, Readonly<Record<Placeholder, string>>>> = {
  en: {
    name: 'name',
    points: 'points',
    tier: 'tier',
    expiringPoints: 'expiring points',
    expiryDate: 'expiry date',
    store: 'store',
    couponCode: 'coupon code',
    optOut: 'opt out',
    receiptNumber: 'receipt number',
    amount: 'amount',
    earnedPoints: 'points earned',
    usedPoints: 'points used',
    changedPoints: 'points changed',
    formerTier: 'former tier',
    cardEnding: 'card ending',
    receipt: 'receipt',
  },
  'zh-CN': {
    name: '姓名',
    points: '积分',
    tier: '等级',
    expiringPoints: '到期积分',
    expiryDate: '到期日',
    store: '门店',
    couponCode: '券码',
    optOut: '退订说明',
    receiptNumber: '小票号',
    amount: '金额',
    earnedPoints: '获得积分',
    usedPoints: '使用积分',
    changedPoints: '积分变动',
    formerTier: '原等级',
    cardEnding: '卡号尾号',
    receipt: '小票',
  },
};

const BY_NAME = new Map<string, Placeholder>(
  Object.values(PLACEHOLDER_NAMES).flatMap((names) =>
    (Object.entries(names) as [Placeholder, string][]).map(([placeholder, name]) => [name, placeholder]),
  ),
);
const BRACES = /\{([^{}]*)\}/g;
const placeholderNamed = (name: string): Placeholder | undefined => BY_NAME.get(name.trim().toLowerCase());

/** The placeholders of a text, each once. */
export const placeholdersIn = (text: string): Placeholder[] => [
  ...new Set(
    Array.from(text.matchAll(BRACES), ([, name = '']) => placeholderNamed(name)).filter((each) => each !== undefined),
  ),
];

/** What stands in braces and is none of `known`, and a brace without its other half. Empty for a sound text. */
export function unknownPlaceholders(text: string, known: readonly Placeholder[] = TEMPLATE_PLACEHOLDERS): string[] {
  const isKnown = (placeholder: Placeholder | undefined) => placeholder !== undefined && known.includes(placeholder);
  const unknown = Array.from(text.matchAll(BRACES), ([whole, name = '']) =>
    isKnown(placeholderNamed(name)) ? '' : whole,
  );
  const halves = text.replace(BRACES, '').match(/[{}]/g) ?? [];
  return [...new Set([...unknown, ...halves])].filter((each) => each !== '');
}

/** The text with its values. `missing` is the first placeholder that has none. Values are put in as they are, once. */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
): { readonly text: string } | { readonly missing: Placeholder } {
  const missing = placeholdersIn(text).find((placeholder) => (values[placeholder] ?? null) === null);
  if (missing) return { missing };
  return {
    text: text.replace(BRACES, (whole, name: string) => {
      const placeholder = placeholderNamed(name);
      return placeholder ? (values[placeholder] ?? '') : whole;
    }),
  };
}
