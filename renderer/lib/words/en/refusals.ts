import type { RefusalReason } from '../refusal-reason.ts';

/** What happened, what is safe, what to do: for every refusal of the contract. `details` fill the braces. */
export const refusals = {
  'store-exists': 'There is already a store on this computer. Start the program again to open it.',
  'pin-too-simple': 'This PIN is too easy to guess. Choose digits that are neither all the same nor a run.',
  'folder-not-writable':
    'The data folder cannot be written to. Check the disk and the rights of the folder, then try again.',
  'not-a-sample': 'This is a real store, so it stays as it is.',
  'wrong-pin': 'This PIN is not right. Attempts left: {{attemptsLeft}}.',
  'locked-out': 'Too many wrong PINs. Try again in {{seconds}}.',
  'staff-unknown': 'This person can no longer sign in here. Choose someone else.',
  'member-unknown': 'This member is no longer on file. Search again.',
  'nothing-given': 'Give at least a name, a phone number or a card.',
  'phone-invalid':
    'This is not a phone number. Check the digits; numbers from abroad begin with + and the country code.',
  duplicate: 'Somebody with these details is already a member. Look at the matches before you go on.',
  'card-in-use': 'This card belongs to another member. Check the number or take another card.',
  'member-id-reused': 'This enrolment was already made with other details. Close the form and begin again.',
  'referrer-unknown': 'The member who referred is not on file. Choose again or leave it empty.',
  'member-erased': 'This member’s details were erased and cannot be filled in again.',
  'sku-in-use': 'Another product has this SKU. Choose another.',
  'barcode-in-use': 'Another product has this barcode. Check the digits.',
  'not-the-owner': 'Headquarters keeps this product; it can only be changed there.',
  'product-unknown': 'A product in the basket is no longer on file. Remove it and scan again.',
  'amount-too-large': 'The amount is too large for one sale. Check quantity and price.',
  'member-blocked': 'This member’s account is stopped, so points cannot be used. The sale can go on without points.',
  'price-changed': 'A price changed since the basket was shown. Nothing was sold; check the new total and pay again.',
  'insufficient-points': 'The member has {{availablePoints}} available here. Nothing was redeemed; choose fewer.',
  'redeem-step': 'Points are redeemed in steps of {{stepPoints}}. Choose a multiple.',
  'redeem-exceeds-basket': 'That is more than the basket allows. At most {{maxPoints}} can be redeemed here.',
  'no-member-to-redeem': 'Points need a member. Find the member first, or sell without points.',
  'tender-short': '{{missingMinor}} is still to be paid. Nothing was sold yet.',
  'tender-over': 'The payments exceed the total by {{overMinor}}. Only cash gives change; lower another payment.',
  'purchase-id-reused':
    'This sale was already made with another basket. Look at the last receipt, then begin a new sale.',
  'purchase-unknown': 'This receipt is not on file. Check the number.',
  'redemption-id-reused':
    'This redemption was already made with another number of points. Close the panel and look at the balance.',
} as const satisfies Record<RefusalReason, string>;
