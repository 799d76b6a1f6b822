import type { Receipt } from '../contract/purchases.contract.ts';
import { spacedCode } from '../coupons/coupon-code.ts';
import { edges, fold } from './columns.ts';
import { RECEIPT_WORDS, type ReceiptLanguage, type ReceiptWords } from './receipt-words.ts';

/** A line of a receipt as a printer with fixed columns sets it. */
export interface PaperLine {
  readonly text: string;
  /** `barcode`: the text without its dashes as Code 128, and the text below it. */
  readonly style: 'plain' | 'centred' | 'strong' | 'rule' | 'barcode';
}

export interface PaperTerms {
  /** 48 on 80 mm paper, 32 on 58 mm. */
  readonly columns: number;
  readonly language: ReceiptLanguage;
  /** Digits behind the point of the receipt's currency. */
  readonly currencyDigits: number;
  /** The instant of the sale as the store's clock showed it. */
  readonly localTime: string;
}

/** `-1234` with two digits is `-12.34`: integers only, so that no rounding comes in at the end. */
export function plainAmount(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${minor < 0 ? '-' : ''}${text.slice(0, cut)}${digits > 0 ? `.${text.slice(cut)}` : ''}`;
}

/** `1500` is `1.5`, `2000` is `2`. */
export const plainQuantity = (thousandths: number): string => plainAmount(thousandths, 3).replace(/\.?0+$/, '');

/** A receipt as lines of fixed columns: the same on every printer, and what the golden files hold. */
export function receiptLines(receipt: Receipt, terms: PaperTerms): PaperLine[] {
  const { columns } = terms;
  const words = RECEIPT_WORDS[terms.language];
  const money = (minor: number) => plainAmount(minor, terms.currencyDigits);
  const lines: PaperLine[] = [];
  const centred = (text: string) =>
    lines.push(...fold(text, columns).map((piece) => ({ text: piece, style: 'centred' as const })));
  const row = (left: string, right: string, style: 'plain' | 'strong' = 'plain') =>
    lines.push(...edges(left, right, columns).map((text) => ({ text, style })));
  const rule = () => lines.push({ text: '-'.repeat(columns), style: 'rule' });

  centred(receipt.storeName);
  if (receipt.entryKind === 'return') centred(words.return);
  if (receipt.state === 'voided' || receipt.entryKind === 'void') centred(words.voided);
  row(words.number, receipt.receiptNumber);
  if (receipt.originalReceiptNumber) row(words.original, receipt.originalReceiptNumber);
  row(terms.localTime, servedBy(receipt, words));
  rule();
  for (const line of receipt.lines) {
    lines.push(...fold(line.name, columns).map((text) => ({ text, style: 'plain' as const })));
    const quantity = `${plainQuantity(line.quantityThousandths)}${line.unit === 'kg' ? words.kilogram : ''}`;
    row(`  ${quantity} x ${money(line.unitPriceMinor)}`, money(line.grossMinor));
  }
  rule();
  for (const offer of printedOffers(receipt)) row(offer.name, offerGives(offer, words, money));
  for (const coupon of receipt.coupons.used)
    if (coupon.uses !== 0)
      row(`${coupon.uses > 0 ? words.coupon : words.couponBack} ${coupon.name}`, spacedCode(coupon.code));
  for (const { code, tooLate } of receipt.coupons.takenBack)
    row(tooLate ? words.couponTooLate : words.couponVoid, spacedCode(code));
  if (showsDiscount(receipt)) row(words.discount, money(-receipt.discountMinor));
  row(`${words.total} ${receipt.currency}`, money(receipt.netMinor), 'strong');
  row(words.tax, money(receipt.taxMinor));
  for (const tender of receipt.tenders) {
    const label = words.tenders[tender.kind];
    row(
      tender.points === null ? label : `${label} ${Math.abs(tender.points)}`,
      money(tender.amountMinor + tender.changeMinor),
    );
    if (tender.changeMinor > 0) row(words.change, money(tender.changeMinor));
  }
  if (receipt.member) {
    rule();
    row(words.member, [receipt.member.name, receipt.member.phoneMasked].filter(Boolean).join(' '));
    if (receipt.pointsRedeemed !== 0) row(words.redeemed, String(receipt.pointsRedeemed));
    row(words.earned, String(receipt.pointsEarned));
    if (receipt.balanceAfter !== null) row(words.balance, String(receipt.balanceAfter));
  }
  for (const { code, name, fromDate, throughDate } of receipt.coupons.given) {
    rule();
    centred(words.nextVisit);
    centred(name);
    centred(`${fromDate} - ${throughDate}`);
    lines.push({ text: spacedCode(code), style: 'barcode' });
  }
  rule();
  centred(words.thanks);
  return lines;
}

type OfferPrinted = Receipt['offers'][number];

/** The offers by their names, but on a return, where what is given back of them says nothing to the customer. */
export const printedOffers = ({ entryKind, offers }: Receipt): readonly OfferPrinted[] =>
  entryKind === 'return' ? [] : offers;

/** The whole discount has a row of its own, unless the one offer that it comes from has said it. */
export const showsDiscount = (receipt: Receipt): boolean =>
  receipt.discountMinor !== 0 && printedOffers(receipt).filter(({ amountMinor }) => amountMinor !== 0).length !== 1;

function offerGives(
  { amountMinor, points, actionKind }: OfferPrinted,
  words: ReceiptWords,
  money: (minor: number) => string,
): string {
  if (amountMinor !== 0) return money(-amountMinor);
  if (actionKind === 'gift') return words.gift;
  if (actionKind === 'coupon') return words.coupon;
  return `${points < 0 ? '' : '+'}${points} ${words.offerPoints}`;
}

/** The colleague who served, the till's own software by the name of its key, or else the till. */
function servedBy({ staffName, apiKeyName, tillCode }: Receipt, words: ReceiptWords): string {
  if (staffName) return `${words.staff} ${staffName}`;
  return apiKeyName ? `${words.pos} ${apiKeyName}` : `${words.till} ${tillCode}`;
}
