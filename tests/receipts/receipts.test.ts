import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import { escPosBytes } from '../../electron/features/receipts/esc-pos.ts';
import { paperOf } from '../../electron/features/receipts/paper-of.ts';
import { sendToPrinter } from '../../electron/features/receipts/send-to-printer.ts';
import type { Receipt } from '../../shared/contract/purchases.contract.ts';
import { ALL_GOODS } from '../../shared/promotions/goods.ts';
import { columnsOf } from '../../shared/receipts/columns.ts';
import { type PaperLine, receiptLines } from '../../shared/receipts/receipt-lines.ts';
import { testPage } from '../../shared/receipts/test-page.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { issue, putCoupon } from '../fixtures/put-coupon.ts';
import { putOffer } from '../fixtures/put-offer.ts';
import { sell } from '../fixtures/sell.ts';
import { takeBack } from '../fixtures/take-back.ts';

/** Write them anew with `GOLDEN=write`, and read what changed before it is kept. */
function expectGolden(name: string, content: string): void {
  const file = path.join(import.meta.dirname, 'golden', name);
  if (process.env.GOLDEN === 'write') fs.writeFileSync(file, content);
  expect(content).toBe(fs.readFileSync(file, 'utf8'));
}

const textOf = (paper: readonly PaperLine[]) => `${paper.map((line) => line.text).join('\n')}\n`;
const hexOf = (bytes: Buffer) => `${bytes.toString('hex').replaceAll(/.{64}/g, '$&\n')}\n`;

const CODES = ['A1B2C3D4E5FK', 'K7QM2XWD0ETG'] as const;
const asPrinted = (receipt: Receipt): Receipt => ({
  ...receipt,
  coupons: {
    ...receipt.coupons,
    used: receipt.coupons.used.map((coupon) => ({ ...coupon, code: CODES[0] })),
    given: receipt.coupons.given.map((coupon) => ({ ...coupon, code: CODES[1] })),
  },
});

function aDay() {
  const shop = aStore();
  const member = aMember(shop, { name: '欧阳晓雪', phone: '13800138000', points: 600 });
  const tea = aProduct(shop, { name: '西湖龙井茶 明前特级 礼盒装（2026 新茶）', priceMinor: 12_800, sku: 'TEA' });
  const apple = aProduct(shop, { name: '红富士苹果', priceMinor: 1198, unit: 'kg', taxRateBp: 0, sku: 'APPLE' });
  const sale = sell(shop, {
    member,
    redeem: 500,
    lines: [
      { productId: tea, quantityThousandths: 2000 },
      { productId: apple, quantityThousandths: 1365 },
    ],
  });
  shop.nowMs += 3_600_000;
  const back = takeBack(shop, sale, [{ lineNo: 1, quantityThousandths: 1000 }]);
  const gift = aProduct(shop, { name: '青瓷茶杯', sku: 'CUP' });
  putOffer(shop, {
    name: '春茶节九折',
    action: { kind: 'percent', goods: { ...ALL_GOODS, productIds: [tea] }, percent: 10 },
  });
  putOffer(shop, {
    name: '满 200 减 20',
    action: { kind: 'threshold', goods: ALL_GOODS, spendMinor: 20_000, offMinor: 2000, repeats: 'once' },
  });
  putOffer(shop, { name: '会员加赠', action: { kind: 'bonus-points', points: 88 } });
  putOffer(shop, {
    name: '满额送青瓷茶杯',
    action: { kind: 'gift', productId: gift, quantityThousandths: 1000, worthMinor: 2000 },
  });
  const underOffers = sell(shop, {
    member,
    lines: [
      { productId: tea, quantityThousandths: 2000 },
      { productId: apple, quantityThousandths: 1365 },
    ],
  });
  shop.nowMs += 3_600_000;
  const backUnderOffers = takeBack(shop, underOffers, [{ lineNo: 1, quantityThousandths: 1000 }]);
  const kindId = putCoupon(shop, { name: '二十元券' });
  putOffer(shop, { name: '买就送券', action: { kind: 'coupon', couponKindId: kindId, count: 1, worthMinor: 0 } });
  // Codes are drawn at random, and a golden file holds one.
  const withCoupons = asPrinted(
    receiptOf(shop.store, sell(shop, { products: [tea], coupons: [issue(shop, kindId)] })) as Receipt,
  );
  const [given] = withCoupons.coupons.given;
  const couponsBack: Receipt = {
    ...withCoupons,
    entryKind: 'return',
    coupons: {
      used: withCoupons.coupons.used.map((used) => ({ ...used, uses: -1 })),
      given: [],
      takenBack: [
        { code: given?.code ?? '', tooLate: false },
        { code: CODES[0], tooLate: true },
      ],
    },
  };
  return { shop, sale, back, underOffers, backUnderOffers, withCoupons, couponsBack };
}

describe('a receipt on paper', () => {
  const { shop, sale, back, underOffers, backUnderOffers, withCoupons, couponsBack } = aDay();
  const sheets = [
    { name: 'sale.48.zh-CN', purchaseId: sale, columns: 48, language: 'zh-CN' },
    { name: 'sale.32.zh-CN', purchaseId: sale, columns: 32, language: 'zh-CN' },
    { name: 'sale.48.en', purchaseId: sale, columns: 48, language: 'en' },
    { name: 'return.48.zh-CN', purchaseId: back, columns: 48, language: 'zh-CN' },
    { name: 'offers.48.zh-CN', purchaseId: underOffers, columns: 48, language: 'zh-CN' },
    { name: 'offers.32.en', purchaseId: underOffers, columns: 32, language: 'en' },
    { name: 'offers-return.48.zh-CN', purchaseId: backUnderOffers, columns: 48, language: 'zh-CN' },
  ] as const;

  for (const { name, purchaseId, columns, language } of sheets)
    it(`${name} is what the golden files say, as text and as bytes`, () => {
      const paper = paperOf(shop.store, purchaseId, columns, language) ?? [];
      expectGolden(`${name}.txt`, textOf(paper));
      expectGolden(`${name}.escpos.hex`, hexOf(escPosBytes(paper, columns)));
      for (const line of paper) expect(columnsOf(line.text)).toBeLessThanOrEqual(columns);
    });

  it.each([
    ['coupons.48.zh-CN', withCoupons, 48, 'zh-CN'],
    ['coupons.32.en', withCoupons, 32, 'en'],
    ['coupons-return.48.zh-CN', couponsBack, 48, 'zh-CN'],
  ] as const)('%s says which coupons were used, given and taken back', (name, receipt, columns, language) => {
    const paper = receiptLines(receipt, { columns, language, currencyDigits: 2, localTime: '2026-03-15 14:00' });
    expectGolden(`${name}.txt`, textOf(paper));
    expectGolden(`${name}.escpos.hex`, hexOf(escPosBytes(paper, columns)));
    for (const line of paper) expect(columnsOf(line.text)).toBeLessThanOrEqual(columns);
  });

  it('reaches a printer on the network byte for byte', async () => {
    const paper = paperOf(shop.store, sale, 48, 'zh-CN') ?? [];
    const bytes = escPosBytes(paper, 48);
    const received: Buffer[] = [];
    const printer = createServer((socket) =>
      socket.on('data', (chunk) => received.push(chunk)).on('end', () => socket.end()),
    );
    await new Promise<void>((resolve) => printer.listen(0, '127.0.0.1', resolve));
    const { port } = printer.address() as { port: number };
    expect(await sendToPrinter({ host: '127.0.0.1', port, columns: 48 }, bytes)).toBeNull();
    await new Promise((resolve) => printer.close(resolve));
    expect(Buffer.concat(received)).toEqual(bytes);
    expect(await sendToPrinter({ host: '127.0.0.1', port, columns: 48 }, bytes)).toBe('printer-refuses');
  });

  it('that does not get through says what is in the way', async () => {
    const reset = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    await new Promise<void>((resolve) => reset.listen(0, '127.0.0.1', resolve));
    const { port } = reset.address() as { port: number };
    expect(await sendToPrinter({ host: '127.0.0.1', port, columns: 48 }, Buffer.alloc(1_000_000))).toBe(
      'printer-broke-off',
    );
    await new Promise((resolve) => reset.close(resolve));
    expect(await sendToPrinter({ host: 'no..such..name', port, columns: 48 }, Buffer.from('x'))).toBe(
      'printer-address-unknown',
    );
  });

  it.each([
    [48, 'zh-CN'],
    [32, 'en'],
  ] as const)('the test page for %i columns in %s keeps to them and rules one line full', (columns, language) => {
    const page = testPage({ host: '192.168.1.80', port: 9100, columns }, '解放路店', language);
    for (const line of page) expect(columnsOf(line.text)).toBeLessThanOrEqual(columns);
    expect(page.some(({ text }) => text.startsWith('1234567890') && text.length === columns)).toBe(true);
    expect(escPosBytes(page, columns).includes(Buffer.from([0xc1, 0xfa, 0xbe, 0xae]))).toBe(true);
  });
});
