import type { AutomationTerms, OccasionKind, OccasionTerms } from '../../../shared/automations/automation.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { decimalText, readDecimal } from '../../lib/decimal-text.ts';

/** An automation as typed. What belongs to another kind of occasion is kept and not read. */
export interface AutomationDraft {
  readonly name: string;
  readonly kind: OccasionKind;
  readonly days: string;
  readonly leastPoints: string;
  readonly direction: 'up' | 'down';
  readonly categoryId: string | null;
  /** Money that a friend spends at least. */
  readonly least: string;
  readonly whom: 'both' | 'referrer' | 'friend';
  readonly mostAMonth: string;
  readonly audienceId: string | null;
  readonly templateId: string | null;
  readonly couponKindId: string | null;
  readonly points: string;
  readonly control: string;
  readonly rest: string;
  readonly measured: string;
  readonly from: string;
  readonly until: string;
}

/** What shops usually choose, by kind of occasion; and between how many days each may lie. */
export const DAYS_OF: Readonly<
  Record<
    Exclude<OccasionKind, 'tier-change'>,
    { readonly usual: number; readonly least: number; readonly most: number }
  >
> = {
  birthday: { usual: 7, least: 0, most: 60 },
  welcome: { usual: 0, least: 0, most: 90 },
  'second-purchase': { usual: 14, least: 1, most: 365 },
  'points-expiring': { usual: 30, least: 1, most: 365 },
  lapsed: { usual: 90, least: 7, most: 1825 },
  'after-purchase': { usual: 7, least: 0, most: 365 },
  referral: { usual: 7, least: 1, most: 365 },
};

const usualDays = (kind: OccasionKind): string => (kind === 'tier-change' ? '' : String(DAYS_OF[kind].usual));

/** What changes with the kind: every purchase is an occasion, so a member rests between two of them. */
export const ofKind = (kind: OccasionKind): Pick<AutomationDraft, 'kind' | 'days' | 'rest' | 'control'> => ({
  kind,
  days: usualDays(kind),
  rest: kind === 'after-purchase' ? '30' : '0',
  // What somebody was promised is not drawn for.
  control: kind === 'referral' ? '0' : '10',
});

export const blankDraft = (today: string): AutomationDraft => ({
  name: '',
  ...ofKind('birthday'),
  leastPoints: '100',
  direction: 'up',
  categoryId: null,
  least: '1',
  whom: 'both',
  mostAMonth: '5',
  audienceId: null,
  templateId: null,
  couponKindId: null,
  points: '0',
  measured: '30',
  from: today,
  until: '',
});

const daysIn = (occasion: OccasionTerms): string => {
  if (occasion.kind === 'birthday') return String(occasion.daysBefore);
  if (occasion.kind === 'welcome') return String(occasion.delayDays);
  return occasion.kind === 'tier-change' ? '' : String(occasion.days);
};

const referralIn = (occasion: OccasionTerms, digits: number): Pick<AutomationDraft, 'least' | 'whom' | 'mostAMonth'> =>
  occasion.kind === 'referral'
    ? {
        least: decimalText(occasion.leastMinor, digits),
        whom: occasion.whom,
        mostAMonth: String(occasion.mostAMonth),
      }
    : { least: '1', whom: 'both', mostAMonth: '5' };

/** `digits`: those of the currency behind the point. */
export const draftOf = ({ occasion, until, ...terms }: AutomationTerms, digits: number): AutomationDraft => ({
  name: terms.name,
  kind: occasion.kind,
  days: daysIn(occasion),
  leastPoints: occasion.kind === 'points-expiring' ? String(occasion.leastPoints) : '100',
  direction: occasion.kind === 'tier-change' ? occasion.direction : 'up',
  categoryId: occasion.kind === 'after-purchase' ? occasion.categoryId : null,
  ...referralIn(occasion, digits),
  audienceId: terms.audienceId,
  templateId: terms.templateId,
  couponKindId: terms.couponKindId,
  points: String(terms.points),
  control: decimalText(terms.controlBp, 2),
  rest: String(terms.restDays),
  measured: String(terms.measuredDays),
  from: terms.from,
  until: until ?? '',
});

export const MOST = {
  points: 1_000_000,
  leastPoints: 1_000_000_000,
  leastMinor: 100_000_000_000,
  mostAMonth: 1000,
  rest: 3650,
  measured: 365,
  controlBp: 5000,
} as const;

export type AutomationProblem =
  | 'name'
  | 'days'
  | 'leastPoints'
  | 'least'
  | 'mostAMonth'
  | 'points'
  | 'control'
  | 'rest'
  | 'measured'
  | 'from'
  | 'until';

function occasionOf(
  { kind, direction, categoryId, whom }: AutomationDraft,
  days: number,
  leastPoints: number,
  referral: { readonly leastMinor: number; readonly mostAMonth: number },
): OccasionTerms {
  switch (kind) {
    case 'birthday':
      return { kind, daysBefore: days };
    case 'welcome':
      return { kind, delayDays: days };
    case 'points-expiring':
      return { kind, days, leastPoints };
    case 'tier-change':
      return { kind, direction };
    case 'after-purchase':
      return { kind, days, categoryId: categoryId as Id<'category'> | null };
    case 'referral':
      return { kind, days, whom, ...referral };
    default:
      return { kind, days };
  }
}

const isWithin = (value: number | null, least: number, most: number) =>
  value !== null && value >= least && value <= most;

/** What was read of a draft: terms, or which fields are wrong. Its name is looked at only where it is saved. */
export function readAutomation(
  draft: AutomationDraft,
  digits: number,
):
  | { readonly ok: true; readonly terms: AutomationTerms }
  | { readonly ok: false; readonly wrong: readonly AutomationProblem[] } {
  const { kind, templateId, couponKindId } = draft;
  const [days, points, leastPoints] = [draft.days, draft.points, draft.leastPoints].map((text) => readDecimal(text, 0));
  const leastMinor = readDecimal(draft.least, digits);
  const mostAMonth = readDecimal(draft.mostAMonth, 0);
  const controlBp = readDecimal(draft.control, 2);
  const [rest, measured] = [draft.rest, draft.measured].map((text) => readDecimal(text, 0));
  const isNothing = templateId === null && couponKindId === null && points === 0;
  const found: Record<AutomationProblem, boolean> = {
    name: draft.name.trim() === '',
    days: kind !== 'tier-change' && !isWithin(days ?? null, DAYS_OF[kind].least, DAYS_OF[kind].most),
    leastPoints: kind === 'points-expiring' && !isWithin(leastPoints ?? null, 1, MOST.leastPoints),
    least: kind === 'referral' && !isWithin(leastMinor, 1, MOST.leastMinor),
    mostAMonth: kind === 'referral' && !isWithin(mostAMonth, 1, MOST.mostAMonth),
    points: isNothing || !isWithin(points ?? null, 0, MOST.points),
    control: !isWithin(controlBp, 0, MOST.controlBp),
    rest: !isWithin(rest ?? null, 0, MOST.rest),
    measured: !isWithin(measured ?? null, 1, MOST.measured),
    from: draft.from === '',
    until: draft.until !== '' && draft.until < draft.from,
  };
  const wrong = (Object.keys(found) as AutomationProblem[]).filter((field) => found[field]);
  if (wrong.length > 0) return { ok: false, wrong };
  return {
    ok: true,
    terms: {
      name: draft.name.trim(),
      occasion: occasionOf(draft, days ?? 0, leastPoints ?? 1, {
        leastMinor: leastMinor ?? 1,
        mostAMonth: mostAMonth ?? 1,
      }),
      audienceId: draft.audienceId as Id<'audience'> | null,
      templateId: templateId as Id<'message-template'> | null,
      couponKindId: couponKindId as Id<'coupon-kind'> | null,
      points: points ?? 0,
      controlBp: controlBp ?? 0,
      restDays: rest ?? 0,
      measuredDays: measured ?? 1,
      from: draft.from,
      until: draft.until === '' ? null : draft.until,
    },
  };
}
