import type { MessageLanguage } from './message.ts';

/** What a template may have filled in: nothing else stands in braces. */
export const PLACEHOLDERS = [
  'name',
  'points',
  'tier',
  'expiringPoints',
  'expiryDate',
  'store',
  'couponCode',
  'optOut',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
/** Null: there is none, and a text that needs it is not sent. */
export type PlaceholderValues = Readonly<Record<Placeholder, string | null>>;

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

/** What stands in braces and is no placeholder, and a brace without its other half. Empty for a sound text. */
export function unknownPlaceholders(text: string): string[] {
  const unknown = Array.from(text.matchAll(BRACES), ([whole, name = '']) => (placeholderNamed(name) ? '' : whole));
  const halves = text.replace(BRACES, '').match(/[{}]/g) ?? [];
  return [...new Set([...unknown, ...halves])].filter((each) => each !== '');
}

/** The text with its values. `missing` is the first placeholder that has none. Values are put in as they are, once. */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
): { readonly text: string } | { readonly missing: Placeholder } {
  const missing = placeholdersIn(text).find((placeholder) => values[placeholder] === null);
  if (missing) return { missing };
  return {
    text: text.replace(BRACES, (whole, name: string) => {
      const placeholder = placeholderNamed(name);
      return placeholder ? (values[placeholder] ?? '') : whole;
    }),
  };
}
