import { checkOffers, type OfferFault } from '../../../shared/promotions/check-offers.ts';
import { areNone, type Goods } from '../../../shared/promotions/goods.ts';
import { type Offer, type OfferTerms, offerTermsSchema } from '../../../shared/promotions/offer.ts';
import { ARG_KINDS, type ArgPlace } from './arg-kinds.ts';
import { definitionOf } from './definition.ts';
import { type ArgProblem, blankPart, draftOfPart, type PartDraft, readPart } from './part-draft.ts';

/** What the form of an offer holds, as typed. */
export interface OfferDraft {
  readonly name: string;
  readonly note: string;
  readonly action: PartDraft;
  readonly conditions: readonly PartDraft[];
  readonly group: string;
  readonly priority: string;
  readonly basketMinor: string;
  readonly lineMinor: string;
  readonly perMember: string;
  readonly total: string;
  readonly budgetMinor: string;
}

/** The bounds that every offer may set, by how they are typed. */
export const BOUNDS = {
  basketMinor: 'money',
  lineMinor: 'money',
  perMember: 'pieces',
  total: 'pieces',
  budgetMinor: 'money',
} as const;
export type Bound = keyof typeof BOUNDS;
const BOUND_NAMES = Object.keys(BOUNDS) as Bound[];
const MOST_PRIORITY = 1000;

export const blankOffer = (place: ArgPlace): OfferDraft => ({
  name: '',
  note: '',
  action: blankPart('percent', definitionOf.action('percent'), place),
  conditions: [],
  group: '',
  priority: '0',
  basketMinor: '',
  lineMinor: '',
  perMember: '',
  total: '',
  budgetMinor: '',
});

export function draftOfOffer(terms: OfferTerms, note: string, place: ArgPlace): OfferDraft {
  const { action, conditions, caps, limits } = terms;
  const bound = (name: Bound) => {
    const value = { ...caps, ...limits }[name];
    return value === null ? '' : (ARG_KINDS[BOUNDS[name]].write(value as never, place) as string);
  };
  return {
    name: terms.name,
    note,
    action: draftOfPart(action, definitionOf.action(action.kind), place),
    conditions: conditions.map((each) => draftOfPart(each, definitionOf.condition(each.kind), place)),
    group: terms.group ?? '',
    priority: String(terms.priority),
    basketMinor: bound('basketMinor'),
    lineMinor: bound('lineMinor'),
    perMember: bound('perMember'),
    total: bound('total'),
    budgetMinor: bound('budgetMinor'),
  };
}

/** What is wrong, by the place in the form: `name`, `action.percent`, `conditions.0.until`, `budgetMinor`. */
export type OfferProblems = Readonly<Record<string, ArgProblem | OfferFault>>;

export interface OfferRead {
  /** Null while something cannot be read. */
  readonly terms: OfferTerms | null;
  readonly problems: OfferProblems;
}

/** The arguments and bounds by which a fault is mended: the first that the offer has shows it. */
const MENDED_AT: Readonly<Record<OfferFault, readonly string[]>> = {
  'id-twice': ['name'],
  'condition-twice': ['conditions'],
  'goods-none': ['goods', 'gets', 'parts'],
  'window-backwards': ['until'],
  'hours-empty': ['untilMinute'],
  'weekday-twice': ['weekdays'],
  'never-in-window': ['weekdays'],
  'off-above-spend': ['offMinor'],
  'get-what-is-bought': ['gets'],
  'budget-zero': ['budgetMinor'],
  'limit-zero': ['perMember', 'total'],
  'cap-zero': ['basketMinor', 'lineMinor'],
  'member-limit-above-total': ['perMember'],
  'money-limit-without-money': ['budgetMinor', 'basketMinor', 'lineMinor'],
};

const namesGoods = (value: unknown): value is Goods =>
  typeof value === 'object' && value !== null && 'exceptProductIds' in value;

/** Where in the form a fault of these terms shows; the parts' list where no field of it is to blame. */
export function placeOf(fault: OfferFault, { action, conditions, caps, limits }: OfferTerms): string {
  const bounds: Readonly<Record<string, number | null>> = { ...caps, ...limits };
  const isZero = fault.endsWith('-zero');
  const parts = [
    ['action', action],
    ...conditions.map((each, at) => [`conditions.${at}`, each] as const),
  ] as readonly (readonly [string, Readonly<Record<string, unknown>>])[];
  for (const name of MENDED_AT[fault]) {
    if (name in bounds && bounds[name] !== null && (!isZero || bounds[name] === 0)) return name;
    const found = parts.find(
      ([, part]) => name in part && (fault !== 'goods-none' || !namesGoods(part[name]) || areNone(part[name])),
    );
    if (found) return `${found[0]}.${name}`;
  }
  return MENDED_AT[fault][0] ?? 'name';
}

/** Reads a draft: the terms as the API takes them, and what is wrong at which place. */
export function readOffer(draft: OfferDraft, place: ArgPlace): OfferRead {
  const problems: Record<string, ArgProblem | OfferFault> = {};
  const part = (at: string, typed: PartDraft, definition: Parameters<typeof readPart>[1]) => {
    const read = readPart(typed, definition, place);
    if (read.ok) return read.value;
    for (const [name, problem] of Object.entries(read.problems)) problems[`${at}.${name}`] = problem;
    return null;
  };
  const name = draft.name.trim();
  if (name === '') problems.name = { kind: 'missing' };
  const action = part('action', draft.action, definitionOf.action(draft.action.kind as Offer['action']['kind']));
  const conditions = draft.conditions.map((each, at) =>
    part(`conditions.${at}`, each, definitionOf.condition(each.kind as Offer['conditions'][number]['kind'])),
  );
  const bounds = Object.fromEntries(
    BOUND_NAMES.map((bound) => {
      const value = ARG_KINDS[BOUNDS[bound]].read(draft[bound], place);
      if (value === undefined) problems[bound] = { kind: 'unreadable', field: BOUNDS[bound] };
      return [bound, value];
    }),
  );
  const priority = ARG_KINDS.pieces.read(draft.priority.trim() || '0', place);
  if (priority === undefined) problems.priority = { kind: 'unreadable', field: 'pieces' };
  else if (Number(priority) > MOST_PRIORITY)
    problems.priority = { kind: 'too-big', field: 'pieces', bound: MOST_PRIORITY };

  if (Object.keys(problems).length > 0) return { terms: null, problems };
  const { basketMinor, lineMinor, ...limits } = bounds;
  const checked = offerTermsSchema.safeParse({
    name,
    action,
    conditions,
    group: draft.group.trim() || null,
    priority,
    caps: { basketMinor, lineMinor },
    limits,
  });
  if (!checked.success) {
    const at = String(checked.error.issues[0]?.path.at(-1) ?? 'name');
    return { terms: null, problems: { [at]: { kind: 'unreadable', field: BOUNDS[at as Bound] ?? 'pieces' } } };
  }
  const terms = checked.data;
  for (const { reason } of checkOffers([{ ...terms, id: '' as Offer['id'], version: 1 }]))
    problems[placeOf(reason, terms)] ??= reason;
  return { terms, problems };
}
