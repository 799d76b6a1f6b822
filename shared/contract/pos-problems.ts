import type { membersContract } from './members.contract.ts';
import type { purchasesContract } from './purchases.contract.ts';

/** How a request to the POS API fails before any rule of the shop is asked, with its HTTP status. */
export const REQUEST_PROBLEMS = {
  'invalid-request': 400,
  'invalid-json': 400,
  'idempotency-key-missing': 400,
  'api-key-missing': 401,
  'api-key-wrong': 401,
  'address-wrong': 403,
  'open-lines-off': 403,
  'route-unknown': 404,
  'method-not-allowed': 405,
  'body-too-large': 413,
  'content-type-unsupported': 415,
  'idempotency-key-reused': 422,
  'too-many-wrong-keys': 429,
  internal: 500,
  'no-store-open': 503,
  'disk-full': 507,
} as const;
export type RequestProblem = keyof typeof REQUEST_PROBLEMS;

type RefusalOf<Act extends { readonly refusals: readonly string[] }> = Act['refusals'][number];
type Asked =
  | typeof membersContract.enrol
  | typeof purchasesContract.quote
  | typeof purchasesContract.complete
  | typeof purchasesContract.takeBack
  | typeof purchasesContract.voidLast;

/**
 * Refusals that the POS API never says. A used id is said as a reused Idempotency-Key. What needs somebody's approval at
 * the till was allowed in the settings beforehand, or is `open-lines-off`. The fields that the store defined for its
 * members are not asked for there.
 */
export type HiddenFromPos =
  | 'member-id-reused'
  | 'purchase-id-reused'
  | 'approval-needed'
  | 'field-required'
  | 'field-unknown'
  | 'field-retired'
  | 'field-value-invalid';

/** The refusals that the POS API passes on. */
export type PosRefusal = Exclude<RefusalOf<Asked>, HiddenFromPos>;

export type ProblemReason = RequestProblem | PosRefusal;
