import type { FaultReason } from '../../imports/fault.ts';
import type { FieldWords, Target } from '../../imports/targets.ts';

const phone = { name: 'Phone', help: 'With or without country code; spaces and dashes do not matter.' };
const card = { name: 'Card number', help: '4 to 32 digits, letters or dashes.' };
const email = { name: 'E-mail', help: 'Such as lin@example.com.' };
const externalId = { name: 'Member ID', help: 'The member’s number in the old system.' };
const pointsExpireOn = {
  name: 'Points expire on',
  help: 'The last good day. Left empty, the points programme decides.',
};

/** What a file's columns can be read as. */
const importFields: FieldWords = {
  members: {
    phone,
    name: { name: 'Name', help: 'Up to 60 characters.' },
    card,
    externalId,
    points: { name: 'Points', help: 'What the member brings along, whole points.' },
    pointsExpireOn,
    tier: { name: 'Tier', help: 'Member, silver, gold or platinum.' },
    birthday: { name: 'Birthday', help: 'A date, or month and day. “lunar 8-15” is by the Chinese calendar.' },
    gender: { name: 'Gender', help: 'Female, male or other.' },
    email,
    enrolledOn: { name: 'Joined on', help: 'Left empty: today.' },
    address: { name: 'Address', help: 'Up to 200 characters.' },
    wechatId: { name: 'WeChat', help: 'Up to 64 characters.' },
    marketingSms: { name: 'Offers by text message', help: 'Yes or no. A yes does not undo a no that was said here.' },
    marketingEmail: { name: 'Offers by e-mail', help: 'Yes or no. A yes does not undo a no that was said here.' },
    serviceMessages: { name: 'Messages about own points and purchases', help: 'Yes or no.' },
    profiling: { name: 'Offers chosen by what was bought', help: 'Yes or no.' },
    note: { name: 'Note', help: 'Up to 500 characters.' },
  },
  products: {
    sku: { name: 'SKU', help: 'Letters, digits, dot, dash and underscore, up to 32.' },
    name: { name: 'Name', help: 'Up to 120 characters.' },
    price: { name: 'Price', help: 'Tax included.' },
    barcode: { name: 'Barcode', help: 'EAN-8, UPC-A and EAN-13 are checked by their last digit.' },
    category: { name: 'Category', help: 'Made if there is none of this name.' },
    unit: { name: 'Unit', help: 'Piece or kg. Left empty: piece.' },
    taxRate: { name: 'Tax rate', help: '13 %, 13 or 0.13. Left empty: 0.' },
    cost: { name: 'Cost', help: 'What the store pays for it.' },
    status: { name: 'Status', help: 'Active or discontinued. Left empty: active.' },
  },
  purchases: {
    receipt: { name: 'Receipt number', help: 'Rows with the same number are one purchase.' },
    soldAt: { name: 'Sold at', help: 'Date, with or without time, by the store’s clock.' },
    phone,
    card,
    externalId,
    sku: { name: 'SKU', help: 'The product must be on file.' },
    barcode: { name: 'Barcode', help: 'Instead of the SKU.' },
    quantity: { name: 'Quantity', help: 'Up to three decimals; negative for goods that came back.' },
    price: { name: 'Unit price', help: 'Tax included. Price or amount must be given.' },
    amount: { name: 'Amount', help: 'What was paid for the line.' },
    taxRate: { name: 'Tax rate', help: 'Left empty: the product’s.' },
    tender: { name: 'Paid by', help: 'Cash, bank card, WeChat, Alipay, gift card or other.' },
  },
  points: {
    phone,
    card,
    externalId,
    email,
    points: { name: 'Points', help: 'Whole points, more than 0.' },
    pointsExpireOn,
  },
  cards: {
    phone,
    email,
    externalId,
    card,
  },
};

const importTargets = {
  members: 'Members',
  products: 'Products',
  purchases: 'Purchase history',
  points: 'Points balances',
  cards: 'Member cards',
} as const satisfies Record<Target, string>;

/** What is wrong with a row and how to put it right. `details` fill the braces. */
const importFaults = {
  required: 'Nothing is here, and it is needed.',
  'too-long': 'Too long: {{length}} characters. At most {{most}} fit.',
  'control-characters': 'Holds characters that cannot be shown. Type it anew.',
  'wrong-encoding': 'Could not be read. Choose another encoding under “How the file is read”.',
  formula: 'This is a formula, not a value. Save the values and import again.',
  'quotes-broken': 'A quotation mark is not closed. Double the quotation marks inside a cell.',
  'too-many-cells': 'More cells than the {{columns}} columns of the header. Look for a delimiter inside a cell.',
  'shortened-number': 'A spreadsheet shortened this number to {{value}}. Format the column as text and save it again.',
  'phone-invalid': 'Not a phone number. Check the digits; numbers from abroad begin with + and the country code.',
  'email-invalid': 'Not an e-mail address.',
  'card-invalid': 'A card number has 4 to 32 digits, letters or dashes.',
  'external-id-invalid': 'Too long. At most {{most}} characters fit.',
  'date-invalid': 'Not a date. Write it as 2024-03-05.',
  'date-ambiguous':
    'Could be day {{first}} or month {{first}}. Say under “How the file is read” which comes first, or write it as 2024-03-05.',
  'date-future': 'This day is still to come.',
  'date-past': 'This day has passed.',
  'birthday-invalid': 'Not a birthday. Write it as 1990-03-15 or 3-15.',
  'not-a-number': 'Not a number.',
  'too-many-decimals': 'Too many decimals. At most {{most}} fit.',
  negative: 'Must not be negative.',
  zero: 'Must not be 0.',
  'not-whole': 'Must be a whole number.',
  'too-large': 'Too large.',
  'tax-rate-invalid': 'Not a tax rate. Write it as 13 % or 0.13, between 0 and 100 %.',
  'sku-invalid': 'A SKU has up to 32 letters, digits, dots, dashes or underscores.',
  'barcode-invalid': 'A barcode has 3 to 32 digits, letters or dashes.',
  'barcode-check-digit': 'The last digit does not fit the others; it should be {{expected}}. Check the digits.',
  'choice-unknown': 'Not known here. Write one of: {{allowed}}.',
  'nothing-given': 'Give at least a name, a phone number, a card, an e-mail or a member ID.',
  'member-not-named': 'Nothing says which member this is.',
  'product-not-named': 'Nothing says which product this is: give the SKU or the barcode.',
  'price-not-given': 'Give the unit price or the amount.',
  'twice-in-file': 'The same as in row {{row}}. Keep one of the two.',
  'member-unknown': 'No member on file has this. Import the members first, or correct it.',
  'member-unclear': 'More than one member fits. Correct the row, or merge the members first.',
  'member-closed': 'This member’s account is closed.',
  'product-unknown': 'No product on file has this. Import the products first, or correct it.',
  'product-unclear': 'SKU and barcode name two products; the barcode is that of {{sku}}.',
  'card-in-use': 'Another member has this card.',
  'barcode-in-use': 'The product {{sku}} has this barcode.',
  'not-the-owner': 'Headquarters keeps this product; it can only be changed there.',
  'receipt-differs': 'Not the same as in row {{row}} of this receipt.',
  'receipt-broken': 'Row {{row}} of the same receipt is wrong, so the receipt stays out.',
  'receipt-too-long': 'This receipt has more than {{most}} lines.',
} as const satisfies Record<FaultReason, string>;

/** The last column of the file with the errors. */
const importFaultColumn = 'What is wrong';

/** The words of imports. */
export const imports = { importFields, importTargets, importFaults, importFaultColumn };
