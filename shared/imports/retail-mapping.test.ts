import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { KINDS } from '../sync/kinds.ts';
import { parseDecimal } from './decimal.ts';
import { type RetailTarget, retailTills, retailUnits } from './retail-mapping.ts';
import type { RetailInvoice, RetailLine, RetailSource } from './retail-source.ts';

/** Ids that a reader can follow: `purchase:536365`. */
const target: RetailTarget = {
  storeId: 'store' as Id<'store'>,
  importId: 'import' as Id<'import'>,
  currency: 'GBP',
  day: { zone: 'Europe/London', cutoverMinutes: 0 },
  idOf: <const Noun extends string>(noun: Noun, key: string) => `${noun}:${key}` as Id<Noun>,
};

const aLine = (stockCode: string, quantity: number, price: string): RetailLine => ({
  stockCode,
  quantity,
  price: parseDecimal(price) ?? { digits: 0, places: 0 },
});

const anInvoice = (invoiceNo: string, given: Partial<RetailInvoice> = {}): RetailInvoice => ({
  invoiceNo,
  localTime: '2011-01-05T10:00',
  customerId: null,
  country: 'United Kingdom',
  lines: [aLine('10002', 6, '2.55')],
  ...given,
});

const aSource = (...invoices: RetailInvoice[]): RetailSource => ({
  products: ['10002', 'B', 'PADS'].map((stockCode) => ({ stockCode, description: `the ${stockCode}` })),
  invoices,
});

const factsOf = (...invoices: RetailInvoice[]) =>
  [...retailUnits(aSource(...invoices), target)].flatMap((unit) => unit.facts);
const purchasesOf = (...invoices: RetailInvoice[]) =>
  factsOf(...invoices).flatMap(({ kind, body }) => (kind === 'purchase' ? [body] : []));
const productOf = (stockCode: string, ...invoices: RetailInvoice[]) =>
  factsOf(...invoices).flatMap(({ kind, body }) => (kind === 'product' && body.sku === stockCode ? [body] : []))[0];

describe('an invoice', () => {
  it('is a purchase under its own number, which moves no counter, earns nothing and was paid by means unknown', () => {
    expect(purchasesOf(anInvoice('536365', { customerId: '17850' }))[0]).toMatchObject({
      id: 'purchase:536365',
      entryKind: 'sale',
      receiptNumber: '536365',
      receiptCounter: 0,
      memberId: 'member:17850',
      channel: 'import',
      importId: 'import',
      originalId: null,
      shiftId: null,
      netMinor: 1530,
      pointsEarned: 0,
      programmeVersion: null,
      tenders: [{ kind: 'other', amountMinor: 1530 }],
    });
  });

  it('without a customer is a purchase without a member', () => {
    expect(purchasesOf(anInvoice('536365'))[0]?.memberId).toBeNull();
  });

  it('stands at the till of its country, also where its customer has invoices from two', () => {
    const invoices = [
      anInvoice('1', { customerId: '12431', country: 'Australia' }),
      anInvoice('2', { customerId: '12431', country: 'Belgium' }),
    ];
    expect(purchasesOf(...invoices).map(({ tillId }) => tillId)).toEqual(['till:Australia', 'till:Belgium']);
    expect(retailTills(aSource(...invoices), target).map(({ code }) => code)).toEqual(['Australia', 'Belgium']);
  });

  it('beginning with C is a return that names no original', () => {
    const [purchase] = purchasesOf(anInvoice('C536379', { lines: [aLine('10002', -1, '27.50')] }));
    expect(purchase).toMatchObject({ entryKind: 'return', originalId: null, netMinor: -2750 });
    expect(purchase?.lines[0]).toMatchObject({ quantityThousandths: -1000, unitPriceMinor: 2750, netMinor: -2750 });
  });

  it('that adjusts a bad debt is a sale at a negative price, not a return', () => {
    const [purchase] = purchasesOf(anInvoice('A563186', { lines: [aLine('B', 1, '-11062.06')] }));
    expect(purchase).toMatchObject({ entryKind: 'sale', netMinor: -1_106_206 });
    expect(purchase?.lines[0]).toMatchObject({ quantityThousandths: 1000, unitPriceMinor: -1_106_206 });
  });

  it('that corrects the stock is a sale of a negative quantity for nothing, with nothing paid', () => {
    const [purchase] = purchasesOf(anInvoice('536589', { lines: [aLine('10002', -10, '0.0')] }));
    expect(purchase).toMatchObject({ entryKind: 'sale', netMinor: 0, tenders: [] });
    expect(purchase?.lines[0]?.quantityThousandths).toBe(-10_000);
  });

  it('keeps a line that stands in it twice, in the order of the file', () => {
    const lines = [aLine('10002', 1, '2.55'), aLine('PADS', 1, '0.001'), aLine('10002', 1, '2.55')];
    const [purchase] = purchasesOf(anInvoice('536365', { lines }));
    expect(purchase?.lines.map(({ sku, netMinor }) => [sku, netMinor])).toEqual([
      ['10002', 255],
      ['PADS', 0],
      ['10002', 255],
    ]);
    expect(purchase?.netMinor).toBe(510);
  });

  it('is rounded line by line from the exact price, not from the price that is shown', () => {
    const [purchase] = purchasesOf(
      anInvoice('536365', { lines: [aLine('PADS', 15, '0.001'), aLine('PADS', 4, '0.001')] }),
    );
    expect(purchase?.lines.map(({ unitPriceMinor, netMinor }) => [unitPriceMinor, netMinor])).toEqual([
      [0, 2],
      [0, 0],
    ]);
  });

  it.each([
    ['2011-01-05T23:59', '2011-01-05', '2011-01-05T23:59:00.000Z'],
    ['2011-07-05T00:10', '2011-07-05', '2011-07-04T23:10:00.000Z'],
  ])('of %s in London belongs to %s and happened at %s', (localTime, businessDate, instant) => {
    const [purchase] = purchasesOf(anInvoice('536365', { localTime }));
    expect(purchase?.businessDate).toBe(businessDate);
    expect(new Date(purchase?.occurredAtMs ?? 0).toISOString()).toBe(instant);
  });
});

describe('a customer', () => {
  it('is enrolled right before the earliest invoice, wherever that stands in the file', () => {
    const facts = factsOf(
      anInvoice('2', { customerId: '17850', localTime: '2011-02-01T10:00' }),
      anInvoice('1', { customerId: '17850', localTime: '2011-01-01T10:00', country: 'EIRE' }),
    ).slice(3);
    expect(facts.map(({ kind, body }) => [kind, body.id])).toEqual([
      ['member', 'member:17850'],
      ['member-card', 'member-card:17850'],
      ['purchase', 'purchase:1'],
      ['purchase', 'purchase:2'],
    ]);
    expect(facts[0]?.body).toMatchObject({
      profile: { name: 'Customer 17850', custom: { country: 'EIRE' } },
      enrolment: { enrolledAtMs: Date.UTC(2011, 0, 1, 10), source: 'import', importId: 'import' },
    });
    expect(facts[1]?.body).toMatchObject({ number: '17850', state: 'active' });
  });
});

const sold = (invoiceNo: string, day: string, price: string, quantity = 1) =>
  anInvoice(invoiceNo, { localTime: `2011-01-${day}T10:00`, lines: [aLine('10002', quantity, price)] });

describe('a product', () => {
  it('costs what an ordinary invoice last took for it', () => {
    expect(
      productOf(
        '10002',
        sold('2', '02', '2.95'),
        sold('1', '01', '2.55'),
        sold('3', '03', '0.0'),
        sold('C4', '04', '9.99', -1),
      ),
    ).toMatchObject({ priceMinor: 295, status: 'active' });
  });

  it('that was never sold at a price is discontinued', () => {
    const adjustment = anInvoice('A563185', { lines: [aLine('B', 1, '11062.06')] });
    expect(productOf('B', adjustment)).toMatchObject({ priceMinor: 0, status: 'discontinued' });
  });

  it('without a description is called by its code', () => {
    const source = { ...aSource(anInvoice('1')), products: [{ stockCode: '10002', description: '' }] };
    expect([...retailUnits(source, target)][0]?.last.body).toMatchObject({ sku: '10002', name: '10002' });
  });
});

it('writes facts that the log knows', () => {
  const uuids = new Map<string, string>();
  const idOf = (noun: string, key: string) => {
    const name = `${noun}:${key}`;
    const id = uuids.get(name) ?? `00000000-0000-8000-8000-${String(uuids.size).padStart(12, '0')}`;
    uuids.set(name, id);
    return id;
  };
  const real = { ...target, storeId: idOf('store', ''), importId: idOf('import', ''), idOf } as unknown as RetailTarget;
  const source = aSource(anInvoice('1', { customerId: '17850' }), anInvoice('C2'));
  for (const { facts } of retailUnits(source, real))
    for (const { kind, body } of facts) expect(KINDS[kind].body.safeParse(body).error).toBeUndefined();
});
