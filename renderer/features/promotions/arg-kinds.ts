import { BIRTHDAY_SPANS } from '../../../shared/promotions/conditions/birthday.ts';
import { ALL_GOODS, type Goods } from '../../../shared/promotions/goods.ts';
import type { FieldKind } from '../../../shared/promotions/terms.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';
import { clockOf } from '../../lib/format.ts';

/** One part of a set, as typed. */
export interface SetPartDraft {
  readonly goods: Goods;
  readonly pieces: string;
}

/** What a form holds of one argument: text as typed, what was chosen, or goods. */
export type ArgDraft = string | readonly string[] | Goods | readonly SetPartDraft[];

/** Of the store in which the form stands. */
export interface ArgPlace {
  /** The decimal places of its money. */
  readonly moneyPlaces: number;
  readonly storeId: string;
}

/** How one kind of argument is typed, read and written. */
interface ArgKind<Draft extends ArgDraft> {
  readonly blank: (place: ArgPlace) => Draft;
  /** The argument that was typed; null where nothing was, undefined where it cannot be read. */
  readonly read: (draft: Draft, place: ArgPlace) => unknown;
  /** The draft of an argument that is not null. */
  readonly write: (value: never, place: ArgPlace) => Draft;
  /** Nothing here to choose among: it is shown as it stands. */
  readonly fixed?: true;
}

const isNothing = ({ productIds, categoryIds, exceptProductIds }: Goods): boolean =>
  productIds.length + categoryIds.length + exceptProductIds.length === 0;

/** A number with so many decimal places. */
const number = (placesOf: (place: ArgPlace) => number, full = false): ArgKind<string> => ({
  blank: () => '',
  read: (text, place) => (text.trim() === '' ? null : (readDecimal(text, placesOf(place)) ?? undefined)),
  write: (value: number, place) => decimalText(value, placesOf(place), full),
});
const whole = number(() => 0);

/** `HH:MM`, up to 24:00, in minutes after midnight. */
const minute = (blank: string): ArgKind<string> => ({
  blank: () => blank,
  read(text) {
    if (text.trim() === '') return null;
    const parts = /^(\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim());
    const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
    return parts && Number(parts[2]) < 60 && minutes <= 1440 ? minutes : undefined;
  },
  write: (value: number) => clockOf(value),
});

const oneOf = (values: readonly string[]): ArgKind<string> => ({
  blank: () => values[0] ?? '',
  read: (text) => text || null,
  write: (value: string) => value,
});

const someOf = (blank: (place: ArgPlace) => readonly string[]): ArgKind<readonly string[]> => ({
  blank,
  read: (chosen) => chosen,
  write: (value: readonly string[]) => value,
});

export const REPEATS = ['once', 'each'] as const;

const kinds = {
  goods: { blank: () => ALL_GOODS, read: (goods) => goods, write: (value: Goods) => value } satisfies ArgKind<Goods>,
  parts: {
    blank: () => [{ goods: ALL_GOODS, pieces: '1' }],
    read: (parts) => parts.map(({ goods, pieces }) => ({ goods, pieces: readDecimal(pieces, 0) })),
    write: (value: readonly { goods: Goods; pieces: number }[]) =>
      value.map(({ goods, pieces }) => ({ goods, pieces: String(pieces) })),
  } satisfies ArgKind<readonly SetPartDraft[]>,
  percent: whole,
  money: number(({ moneyPlaces }) => moneyPlaces, true),
  points: whole,
  pieces: whole,
  quantity: number(() => 3),
  tiers: someOf(() => []),
  stores: someOf(({ storeId }) => [storeId]),
  weekdays: {
    blank: () => ['1', '2', '3', '4', '5', '6', '7'],
    read: (chosen) => chosen.map(Number).toSorted((a, b) => a - b),
    write: (value: readonly number[]) => value.map(String),
  } satisfies ArgKind<readonly string[]>,
  'from-minute': minute('00:00'),
  'until-minute': minute('24:00'),
  'local-time': {
    blank: () => '',
    read: (text) => text.slice(0, 16) || null,
    write: (value: string) => value,
  } satisfies ArgKind<string>,
  'birthday-span': oneOf(BIRTHDAY_SPANS),
  'each-or-once': oneOf(REPEATS),
  product: oneOf([]),
  audiences: someOf(() => []),
  campaign: { ...oneOf([]), fixed: true },
  'coupon-kind': oneOf([]),
} as const satisfies Readonly<Record<FieldKind, unknown>>;

/** Every kind of argument. What one reads is what its own `blank` and `write` made, so the types of drafts need not part. */
export const ARG_KINDS = kinds as unknown as Readonly<Record<FieldKind, ArgKind<ArgDraft>>>;

/** Whether goods that may be left empty are. */
export const areLeftOut = (draft: ArgDraft): boolean =>
  typeof draft === 'object' && 'productIds' in draft && isNothing(draft);
