import { logGamma } from '../kernel/log-gamma.ts';
import { type Fitted, meanAge } from './bg-nbd.ts';
import type { BuyerHistory, CountedHistory } from './buyer-history.ts';
import { hypergeometric } from './hypergeometric.ts';
import { nelderMead } from './nelder-mead.ts';

/** Purchases come at a rate of Gamma(r, α); a member leaves at a rate of Gamma(s, β), at any time. */
export interface ParetoNbd {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * The parameters under which what the members did is likeliest: Schmittlein, Morrison and Colombo, "Counting Your Customers",
 * Management Science 33 (1987), in the form of Fader and Hardie, "A Note on Deriving the Pareto/NBD Model" (2005). Throws
 * RangeError where nobody bought again.
 */
export function fitParetoNbd(histories: readonly CountedHistory[]): Fitted<ParetoNbd> {
  const start = Math.log(meanAge(histories));
  const { at, value } = nelderMead((logs) => -logLikelihood(fromLogs(logs), histories), [0, start, 0, start], 1e-9);
  return { parameters: fromLogs(at), logLikelihood: -value };
}

const fromLogs = (logs: readonly number[]): ParetoNbd => {
  const [r, alpha, s, beta] = logs.map(Math.exp) as [number, number, number, number];
  return { r, alpha, s, beta };
};

const logLikelihood = (model: ParetoNbd, histories: readonly CountedHistory[]): number =>
  histories.reduce((sum, history) => sum + history.members * logLikelihoodOf(model, history), 0);

function logLikelihoodOf(model: ParetoNbd, history: BuyerHistory): number {
  const { r, alpha, s, beta } = model;
  const { repeats: x } = history;
  const front = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
  return front + logStays(model, history) + Math.log1p(Math.exp(logOdds(model, history)));
}

const logStays = ({ r, alpha, s, beta }: ParetoNbd, { repeats: x, age }: BuyerHistory): number =>
  -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);

/** The chance to have left since the last purchase, over that to be there still: its logarithm. */
function logOdds(model: ParetoNbd, history: BuyerHistory): number {
  const { r, alpha, s, beta } = model;
  const { repeats: x, lastAt, age } = history;
  const [greater, second] = alpha >= beta ? [alpha, s + 1] : [beta, r + x];
  const power = r + s + x;
  const at = (time: number) =>
    Math.log(hypergeometric(power, second, power + 1, Math.abs(alpha - beta) / (greater + time))) -
    power * Math.log(greater + time);
  const [first, last] = [at(lastAt), at(age)];
  return Math.log(s / power) + first + Math.log(-Math.expm1(Math.min(0, last - first))) - logStays(model, history);
}

/** The chance that a member is still there. */
export const chanceAliveByPareto = (model: ParetoNbd, history: BuyerHistory): number =>
  1 / (1 + Math.exp(logOdds(model, history)));

/** The formulas divide by s − 1: next to it they lose their digits, a hair beside it they do not. */
const besideOne = (s: number): number => (Math.abs(s - 1) < 1e-6 ? 1 + 1e-6 : s);

/** How often somebody new buys again within `time`. */
export function expectedRepeatsByPareto({ r, alpha, s, beta }: ParetoNbd, time: number): number {
  const less = besideOne(s) - 1;
  return ((r * beta) / (alpha * less)) * (1 - (beta / (beta + time)) ** less);
}

/** How often a member buys within the next `time`. */
export function expectedPurchasesByPareto(model: ParetoNbd, history: BuyerHistory, time: number): number {
  const { r, alpha, s, beta } = model;
  const { repeats: x, age } = history;
  const less = besideOne(s) - 1;
  const whileThere =
    (((r + x) * (beta + age)) / ((alpha + age) * less)) * (1 - ((beta + age) / (beta + age + time)) ** less);
  return whileThere * chanceAliveByPareto(model, history);
}

/**
 * All purchases that a member will ever make, each discounted continuously by `rate` a unit of time: Fader, Hardie and Lee,
 * "RFM and CLV", Journal of Marketing Research 42 (2005), equation 2.
 */
export function discountedPurchases(model: ParetoNbd, history: BuyerHistory, rate: number): number {
  const { r, alpha, s, beta } = model;
  const { repeats: x, age } = history;
  const stays = s * Math.log(rate * (beta + age)) + Math.log(chanceAliveByPareto(model, history));
  return ((r + x) / (alpha + age) / rate) * Math.exp(stays) * tricomi(s, rate * (beta + age));
}

/** Steps on the scale of u = ln t: the integrand dies off at both ends, where the trapezoid rule is exact to many digits. */
const STEP = 0.1;

/** Tricomi's Ψ(s, s; z) = 1/Γ(s) ∫ e^(−zt) t^(s−1) / (1 + t) dt from 0 on (Abramowitz and Stegun 13.2.5). */
function tricomi(s: number, z: number): number {
  let sum = 0;
  for (let u = -40 / s; u < 40; u += STEP) {
    const t = Math.exp(u);
    sum += (Math.exp(s * u - z * t) / (1 + t)) * STEP;
    if (z * t > 700) break;
  }
  return sum / Math.exp(logGamma(s));
}
