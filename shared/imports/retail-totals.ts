import type { RawRow, RetailFile } from './retail-rows.ts';

/** What a shop's past comes to. Amounts in minor units, each line rounded half away from zero before it is summed. */
export interface RetailTotals {
  readonly products: number;
  readonly members: number;
  readonly invoices: number;
  readonly lines: number;
  readonly netMinor: number;
  /** Invoices that cancel, and what they come to. */
  readonly returns: number;
  readonly returnsNetMinor: number;
  /** The part of the net whose customer is known. */
  readonly membersNetMinor: number;
  readonly netMinorByCountry: Readonly<Record<string, number>>;
}

export interface RetailReckoner {
  take<F extends RetailFile>(file: F, row: RawRow<F>): void;
  totals(): RetailTotals;
}

/** The scale of the reckoner: millionths of the currency's unit. */
const PLACES = 6;
const PER_MINOR = 10n ** BigInt(PLACES - 2);

/** The exact amount of a line in millionths, from the text as it stands in the file. */
function millionths({ Quantity, UnitPrice }: RawRow<'lines'>): bigint {
  const [whole = '', fraction = ''] = UnitPrice.split('.');
  return BigInt(Quantity) * BigInt(whole + fraction.padEnd(PLACES, '0'));
}

function toMinor(amount: bigint): bigint {
  const size = amount < 0n ? -amount : amount;
  const rounded = size / PER_MINOR + (size % PER_MINOR >= PER_MINOR / 2n ? 1n : 0n);
  return amount < 0n ? -rounded : rounded;
}

/**
 * Sums the rows as they are read, by other arithmetic (BigInt) and another route (no mapping, no grouping) than what is
 * written goes by: what the store holds in the end is compared with it. Takes sound rows only, invoices before lines.
 */
export function reckonRetail(): RetailReckoner {
  const counts = { products: 0, invoices: 0, lines: 0, returns: 0 };
  const customers = new Set<string>();
  const invoices = new Map<string, RawRow<'invoices'>>();
  const byCountry = new Map<string, bigint>();
  let net = 0n;
  let returnsNet = 0n;
  let membersNet = 0n;

  const takers: { [F in RetailFile]: (row: RawRow<F>) => void } = {
    products: () => {
      counts.products += 1;
    },
    invoices: (row) => {
      counts.invoices += 1;
      if (row.InvoiceNo.startsWith('C')) counts.returns += 1;
      if (row.CustomerID !== '') customers.add(row.CustomerID);
      invoices.set(row.InvoiceNo, row);
    },
    lines: (row) => {
      const invoice = invoices.get(row.InvoiceNo);
      if (!invoice) return;
      const amount = toMinor(millionths(row));
      counts.lines += 1;
      net += amount;
      if (invoice.InvoiceNo.startsWith('C')) returnsNet += amount;
      if (invoice.CustomerID !== '') membersNet += amount;
      byCountry.set(invoice.Country, (byCountry.get(invoice.Country) ?? 0n) + amount);
    },
  };

  return {
    take: (file, row) => takers[file](row as never),
    totals: () => ({
      ...counts,
      members: customers.size,
      netMinor: Number(net),
      returnsNetMinor: Number(returnsNet),
      membersNetMinor: Number(membersNet),
      netMinorByCountry: Object.fromEntries([...byCountry].map(([country, sum]) => [country, Number(sum)])),
    }),
  };
}

/** A figure that differs, as a line to read; nothing when both agree. */
export const compare = (name: string, expected: number | undefined, held: number | undefined): string[] =>
  expected === held ? [] : [`${name}: ${expected ?? 'nothing'} in the files, ${held ?? 'nothing'} in the store`];

/** Every figure in which the store differs from the files, as a line to read; none when they agree. */
export function differences(files: RetailTotals, store: RetailTotals): string[] {
  const { netMinorByCountry: ofFiles, ...plainOfFiles } = files;
  const { netMinorByCountry: ofStore, ...plainOfStore } = store;
  return [
    ...Object.entries(plainOfFiles).flatMap(([name, expected]) =>
      compare(name, expected, plainOfStore[name as keyof typeof plainOfStore]),
    ),
    ...[...new Set([...Object.keys(ofFiles), ...Object.keys(ofStore)])].flatMap((country) =>
      compare(`netMinor of ${country}`, ofFiles[country], ofStore[country]),
    ),
  ];
}
