import { logGamma } from '../kernel/log-gamma.ts';
import type { BuyerHistory, CountedHistory } from './buyer-history.ts';
import { hypergeometric } from './hypergeometric.ts';
import { nelderMead } from './nelder-mead.ts';

/** Purchases come at a rate of Gamma(r, α); a member leaves for good behind one of them with a chance of Beta(a, b). */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Behind which purchases a member may leave: `after-repeats` as in BG/NBD (Fader, Hardie and Lee, "'Counting Your Customers'
 * the Easy Way", Marketing Science 24 (2005)), `after-any` also behind the first one as in MBG/NBD (Batislam, Denizel and
 * Filiztekin, International Journal of Research in Marketing 24 (2007)).
 */
export type Leaving = 'after-repeats' | 'after-any';

export interface Fitted<Parameters> {
  readonly parameters: Parameters;
  readonly logLikelihood: number;
}

const chances = (leaving: Leaving, repeats: number): number => (leaving === 'after-any' ? repeats + 1 : repeats);

/** The parameters under which what the members did is likeliest. Throws RangeError where nobody bought again. */
export function fitBgNbd(histories: readonly CountedHistory[], leaving: Leaving = 'after-repeats'): Fitted<BgNbd> {
  const age = meanAge(histories);
  const { at, value } = nelderMead(
    (logs) => -logLikelihood(fromLogs(logs), histories, leaving),
    [0, Math.log(age), 0, 0],
  );
  return { parameters: fromLogs(at), logLikelihood: -value };
}

/** Where the search begins; throws RangeError where there is nothing to learn from. */
export function meanAge(histories: readonly CountedHistory[]): number {
  let [members, ages, repeats] = [0, 0, 0];
  for (const each of histories) {
    members += each.members;
    ages += each.members * each.age;
    repeats += each.members * each.repeats;
  }
  if (!(repeats > 0 && ages > 0)) throw new RangeError('nobody bought again');
  return ages / members;
}

const fromLogs = (logs: readonly number[]): BgNbd => {
  const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
  return { r, alpha, a, b };
};

function logLikelihood({ r, alpha, a, b }: BgNbd, histories: readonly CountedHistory[], leaving: Leaving): number {
  const [logA, logAlpha] = [Math.log(a), Math.log(alpha)];
  const start = logGamma(a + b) - logGamma(b) - logGamma(r) + r * logAlpha;
  // Many members share a number of repeats, and Γ is dear.
  const byRepeats = new Map<number, readonly [number, number]>();
  let sum = 0;
  for (const { repeats: x, lastAt, age, members } of histories) {
    const left = chances(leaving, x);
    let common = byRepeats.get(x);
    if (!common) {
      const front = start + logGamma(r + x) + logGamma(b + left) - logGamma(a + b + left);
      common = [front, logA - Math.log(b + left - 1)];
      byRepeats.set(x, common);
    }
    const stays = -(r + x) * Math.log(alpha + age);
    // The chance to have left at the last purchase, over that to be there still.
    const odds = left > 0 ? Math.exp(common[1] - (r + x) * Math.log(alpha + lastAt) - stays) : 0;
    sum += members * (common[0] + stays + Math.log1p(odds));
  }
  return sum;
}

/**
 * The chance that a member is still there. In BG/NBD it is 1 for whoever bought once: never rank by it.
 */
export function chanceAlive(
  { r, alpha, a, b }: BgNbd,
  history: BuyerHistory,
  leaving: Leaving = 'after-repeats',
): number {
  const { repeats: x, lastAt, age } = history;
  const left = chances(leaving, x);
  if (left === 0) return 1;
  return 1 / (1 + (a / (b + left - 1)) * ((alpha + age) / (alpha + lastAt)) ** (r + x));
}

/** The formulas divide by a − 1: next to it they lose their digits, a hair beside it they do not. */
const besideOne = (a: number): number => (Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a);

/** How often somebody new buys again within `time`, in BG/NBD: equation 9 of the paper. */
export function expectedRepeats(model: BgNbd, time: number): number {
  const { r, alpha, b } = model;
  const a = besideOne(model.a);
  const part = (alpha / (alpha + time)) ** r * hypergeometric(r, b, a + b - 1, time / (alpha + time));
  return ((a + b - 1) / (a - 1)) * (1 - part);
}

/** How often a member buys within the next `time`, in BG/NBD: equation 10 of the paper. */
export function expectedPurchases(model: BgNbd, history: BuyerHistory, time: number): number {
  const { r, alpha, b } = model;
  const a = besideOne(model.a);
  const { repeats: x, age } = history;
  const part =
    ((alpha + age) / (alpha + age + time)) ** (r + x) *
    hypergeometric(r + x, b + x, a + b + x - 1, time / (alpha + age + time));
  return ((a + b + x - 1) / (a - 1)) * (1 - part) * chanceAlive({ ...model, a }, history);
}
