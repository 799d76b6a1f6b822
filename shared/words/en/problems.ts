import type { ProblemReason, RequestProblem } from '../../contract/pos-problems.ts';

/** What a problem of the POS API is called, the same at each occurrence. */
const problemTitles = {
  'invalid-request': 'The request is not valid',
  'invalid-json': 'The body is not JSON',
  'idempotency-key-missing': 'The Idempotency-Key is missing',
  'api-key-missing': 'The API key is missing',
  'api-key-wrong': 'The API key is wrong',
  'address-wrong': 'The request was addressed elsewhere',
  'open-lines-off': 'Only goods of the catalogue are sold here',
  'route-unknown': 'There is nothing at this path',
  'method-not-allowed': 'This path does not take this method',
  'body-too-large': 'The body is too large',
  'content-type-unsupported': 'The body is not application/json',
  'idempotency-key-reused': 'The Idempotency-Key was used before',
  'too-many-wrong-keys': 'Too many wrong API keys',
  internal: 'Something went wrong at the store',
  'no-store-open': 'The store is not open',
  'nothing-given': 'Nothing to enrol with',
  'phone-invalid': 'Not a phone number',
  duplicate: 'Perhaps a member already',
  'card-in-use': 'The card is in use',
  'referrer-unknown': 'The referrer is unknown',
  'member-unknown': 'The member is unknown',
  'product-unknown': 'A product is unknown',
  'amount-too-large': 'The amount is too large',
  'member-blocked': 'The member’s account is stopped',
  'price-changed': 'The price differs',
  'offers-changed': 'The offers differ',
  'points-changed': 'The points differ',
  'redemption-frozen': 'No points are spent for now',
  'insufficient-points': 'Not enough points',
  'redeem-step': 'Not a multiple of the step',
  'redeem-exceeds-basket': 'More points than the basket allows',
  'no-member-to-redeem': 'Points without a member',
  'tender-short': 'Not fully paid',
  'tender-over': 'Paid too much',
  'purchase-unknown': 'The purchase is unknown',
  'receipt-number-in-use': 'The receipt number is in use',
  'receipt-number-reserved': 'The receipt number is reserved',
  'not-returnable': 'Not returnable',
  'line-unknown': 'The line is unknown',
  'more-than-sold': 'More than was sold',
  'refund-differs': 'The refund differs',
  'not-the-last-sale': 'Not the last sale',
  'already-voided': 'Already voided',
  'has-returns': 'Goods came back already',
  'coupon-mistyped': 'The coupon’s code is mistyped',
  'coupon-unknown': 'The coupon is unknown',
  'coupon-not-begun': 'The coupon is not valid yet',
  'coupon-expired': 'The coupon has expired',
  'coupon-used': 'The coupon has been used',
  'coupon-taken-back': 'The coupon was taken back',
  'coupon-stopped': 'The coupon is stopped',
  'coupon-no-member': 'The coupon needs a member',
  'coupon-of-another-member': 'The coupon is another member’s',
  'coupon-member-limit': 'The member has used enough of them',
  'coupon-budget-used-up': 'The coupon’s budget is used up',
  'coupon-held-elsewhere': 'The coupon is another store’s',
  'coupon-wait': 'Too many wrong codes',
  'disk-full': 'The disk is full',
} as const satisfies Record<ProblemReason, string>;

/** What happened and what to do, where it is no refusal of the shop (those are in refusals.ts). */
const requestProblems = {
  'invalid-request': 'Nothing was done. The errors name each field and what is wrong with it.',
  'invalid-json': 'Nothing was done. Send one JSON document (RFC 8259) in UTF-8.',
  'idempotency-key-missing':
    'Nothing was done. Send an Idempotency-Key of 8 to 128 visible ASCII characters: a new one for each act, the same one for each retry.',
  'api-key-missing': 'Send the key that the store’s settings made as: Authorization: Bearer regulars_…',
  'api-key-wrong': 'This key is not in force at this store. Look at the store’s settings.',
  'address-wrong': 'Address the API as 127.0.0.1 or localhost with its port, and not from a page in a browser.',
  'open-lines-off':
    'Nothing was done. A manager can allow goods that are not in the catalogue, in the store’s settings under POS API.',
  'route-unknown': 'The paths are listed in /api/v1/openapi.json.',
  'method-not-allowed': 'The methods of this path are in the Allow header.',
  'body-too-large': 'Nothing was done. A body has at most {{most}} bytes.',
  'content-type-unsupported': 'Nothing was done. Send the body as application/json in UTF-8.',
  'idempotency-key-reused':
    'Nothing was done. Something else was asked under this key before; take a new key for each new act.',
  'too-many-wrong-keys': 'Wait for the seconds in Retry-After. A right key is let in all the while.',
  internal: 'It is not known whether it was done. Ask again with the same Idempotency-Key.',
  'no-store-open': 'Nothing was done. Ask again when the store is open.',
  'disk-full': 'Nothing was done. Free some space, then ask again with the same Idempotency-Key.',
} as const satisfies Record<RequestProblem, string>;

/** What the contract's own rules for a field say. */
const fieldProblems = {
  'not an id': 'must be an id (a UUID in lower case)',
  'control-characters': 'must not hold control characters',
  'no-such-day': 'no calendar has this day',
  'leap-month-is-lunar': 'only a lunar birthday has a leap month',
  'name-it-once': 'name the goods by exactly one of productId, barcode, sku and open',
} as const;
export type FieldProblem = keyof typeof fieldProblems;

/** The words of the POS API's problems. */
export const problems = { problemTitles, requestProblems, fieldProblems };
