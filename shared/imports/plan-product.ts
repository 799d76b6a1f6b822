import type { Id } from '../kernel/id.ts';
import type { CategoryFact, ProductFact } from '../products/product.facts.ts';
import { faulty, idOfRow, type Plan, type PlannedFact, type PlanTerms, SKIP } from './plan.ts';
import type { ProductRow } from './targets/products.ts';

export interface ProductFindings {
  /** The product of this SKU. */
  readonly known: ProductFact | null;
  /** The category of the row's name; null where there is none yet, or the row names none. */
  readonly categoryId: Id<'category'> | null;
  /** The SKU of another product that has the row's barcode. */
  readonly barcodeOf: string | null;
}

/** What a row of the catalogue becomes: `at` is its number in the file. */
export function planProduct(row: ProductRow, at: number, findings: ProductFindings, terms: PlanTerms): Plan {
  const { known, barcodeOf } = findings;
  if (known && terms.policy === 'skip') return SKIP;
  if (known && known.owner !== terms.storeId) return faulty({ field: 'sku', reason: 'not-the-owner' });
  if (barcodeOf !== null) return faulty({ field: 'barcode', reason: 'barcode-in-use', details: { sku: barcodeOf } });
  const category: CategoryFact | null =
    row.category === null || findings.categoryId !== null
      ? null
      : { id: idOfRow(terms, 'category', at), owner: terms.storeId, version: 1, name: row.category, parentId: null };
  const categoryId = findings.categoryId ?? category?.id ?? null;
  const body = known ? changed(row, known, categoryId, terms) : added(row, at, categoryId, terms);
  if (body === known) return SKIP;
  const facts: PlannedFact[] = [
    ...(category && body.categoryId === category.id ? [{ kind: 'category' as const, body: category }] : []),
    { kind: 'product', body },
  ];
  return { verdict: known ? 'update' : 'new', facts };
}

const added = (row: ProductRow, at: number, categoryId: Id<'category'> | null, terms: PlanTerms): ProductFact => ({
  id: idOfRow(terms, 'product', at),
  owner: terms.storeId,
  version: 1,
  sku: row.sku ?? '',
  name: row.name ?? '',
  categoryId,
  unit: row.unit ?? 'piece',
  priceMinor: row.price ?? 0,
  costMinor: row.cost,
  taxRateBp: row.taxRate ?? 0,
  barcodes: row.barcode === null ? [] : [row.barcode],
  status: row.status ?? 'active',
});

/** The next version, or the known one itself where the row brings nothing. */
function changed(
  row: ProductRow,
  known: ProductFact,
  categoryId: Id<'category'> | null,
  { policy }: PlanTerms,
): ProductFact {
  const fills = policy === 'fill';
  const barcodes =
    row.barcode === null || known.barcodes.includes(row.barcode) || (fills && known.barcodes.length > 0)
      ? known.barcodes
      : [row.barcode, ...known.barcodes];
  const next: ProductFact = fills
    ? { ...known, categoryId: known.categoryId ?? categoryId, costMinor: known.costMinor ?? row.cost, barcodes }
    : {
        ...known,
        name: row.name ?? known.name,
        categoryId: categoryId ?? known.categoryId,
        unit: row.unit ?? known.unit,
        priceMinor: row.price ?? known.priceMinor,
        costMinor: row.cost ?? known.costMinor,
        taxRateBp: row.taxRate ?? known.taxRateBp,
        barcodes,
        status: row.status ?? known.status,
      };
  return JSON.stringify(next) === JSON.stringify(known) ? known : { ...next, version: known.version + 1 };
}
