import { nodeDigest } from '../../../db/changes/digest.ts';
import {
  canonicalMember,
  importedReceipt,
  membersByExternalId,
  memberToChange,
  openingLeft,
} from '../../../db/imports/import-findings.queries.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import {
  activeCards,
  consentsOf,
  membersByCard,
  membersByEmail,
  membersByPhone,
} from '../../../db/members/members.queries.ts';
import { debtsOf } from '../../../db/points/points.queries.ts';
import { barcodesOf, categoryByName, productByBarcode, productBySku } from '../../../db/products/products.queries.ts';
import type { Fault } from '../../../shared/imports/fault.ts';
import { MEMBER_KEYS, type MemberKey } from '../../../shared/imports/member-keys.ts';
import { faulty, type Plan, type PlanTerms, SKIP } from '../../../shared/imports/plan.ts';
import { saysConsent } from '../../../shared/imports/plan-consents.ts';
import { type KnownMember, planMember } from '../../../shared/imports/plan-member.ts';
import { openingId } from '../../../shared/imports/plan-opening.ts';
import { planCard, planPoints } from '../../../shared/imports/plan-points.ts';
import { planProduct } from '../../../shared/imports/plan-product.ts';
import { planPurchase, type ReceiptRows, type SoldProduct } from '../../../shared/imports/plan-purchase.ts';
import type { CardRow } from '../../../shared/imports/targets/cards.ts';
import type { MemberKeys } from '../../../shared/imports/targets/member-fields.ts';
import type { MemberRow } from '../../../shared/imports/targets/members.ts';
import type { PointsRow } from '../../../shared/imports/targets/points.ts';
import type { ProductRow } from '../../../shared/imports/targets/products.ts';
import type { Target } from '../../../shared/imports/targets.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import type { ProductFact } from '../../../shared/products/product.facts.ts';

export interface FindingTerms extends PlanTerms {
  readonly matchBy: readonly MemberKey[];
  /** The till that stands for where imported purchases were made. */
  readonly tillId: Id<'till'>;
}

/** What becomes of a row (of a receipt, for purchases) as the store stands now. `at` is its number in the file. */
export function findPlan(db: ReadDb, target: Target, item: unknown, at: number, terms: FindingTerms): Plan {
  switch (target) {
    case 'members':
      return memberPlan(db, item as MemberRow, at, terms);
    case 'products':
      return productPlan(db, item as ProductRow, at, terms);
    case 'purchases':
      return purchasePlan(db, item as ReceiptRows, terms);
    case 'points':
      return pointsPlan(db, item as PointsRow, at, terms);
    case 'cards':
      return cardPlan(db, item as CardRow, at, terms);
  }
}

/** More ids than a person has. */
const MOST_IDS = 10;

const FINDERS: { readonly [K in MemberKey]: (db: ReadDb, value: string) => { readonly memberPk: number }[] } = {
  phone: (db, phone) => membersByPhone.all(db, { phone, limit: MOST_IDS }),
  card: (db, number) => membersByCard.all(db, { number, limit: MOST_IDS }),
  email: (db, email) => membersByEmail.all(db, { email, limit: MOST_IDS }),
  externalId: (db, externalId) => membersByExternalId.all(db, { externalId, limit: MOST_IDS }),
};

/** The one person whom the keys name, null for nobody, or the key that is not clear. */
function memberNamed(db: ReadDb, keys: Partial<MemberKeys>, by: readonly MemberKey[]): number | null | Fault {
  let memberPk: number | null = null;
  for (const field of by) {
    const value = keys[field];
    if (value === null || value === undefined) continue;
    for (const found of FINDERS[field](db, value)) {
      const person = canonicalMember.get(db, found)?.memberPk ?? found.memberPk;
      if (memberPk !== null && memberPk !== person) return { field, reason: 'member-unclear' };
      memberPk = person;
    }
  }
  return memberPk;
}

function knownMember(db: ReadDb, memberPk: number): KnownMember | null {
  const found = memberToChange.get(db, { memberPk });
  if (!found) return null;
  const { memberId, status, tier, debtPoints, ...profile } = found;
  const debts = debtPoints > 0 ? debtsOf.all(db, { memberPk }) : [];
  return { memberId, status, tier, debts, profile, cards: activeCards.all(db, { memberId }) };
}

/** The id under which an account's balance is opened now; null while one of this source stands. */
function freeOpening(db: ReadDb, account: string, { source }: PlanTerms): Id<'points-entry'> | null {
  for (let round = 0; ; round += 1) {
    const id = openingId(source, account, round, nodeDigest);
    const left = openingLeft.get(db, { openingId: id });
    if (!left) return id;
    if (left.points !== 0) return null;
  }
}

/** By what the other system knew the account; the row itself where it names none. */
const accountOf = ({ externalId, card, phone, email }: Partial<MemberKeys>, fallback: string): string =>
  externalId ?? card ?? phone ?? email ?? fallback;

function memberPlan(db: ReadDb, row: MemberRow, at: number, terms: FindingTerms): Plan {
  const named = terms.policy === 'create' ? null : memberNamed(db, row, terms.matchBy);
  if (typeof named === 'object' && named !== null) return faulty(named);
  const known = named === null ? null : knownMember(db, named);
  if (known && terms.policy === 'skip') return SKIP;
  const opening = row.points ? freeOpening(db, accountOf(row, `${terms.importId} ${at}`), terms) : null;
  const said = known && saysConsent(row) ? consentsOf.all(db, known) : [];
  // The later event of a purpose takes the earlier one's place.
  const consents = new Map(said.map(({ purpose, ...event }) => [purpose, event]));
  const plan = planMember(row, at, { known, opening, consents }, terms);
  // Looked up above where the card is what members are known by: then nobody has it who is not this one.
  const isFree = terms.policy !== 'create' && terms.matchBy.includes('card');
  return row.card !== null && !isFree && takesCard(plan) && isTaken(db, row.card)
    ? faulty({ field: 'card', reason: 'card-in-use' })
    : plan;
}

const isTaken = (db: ReadDb, number: string): boolean => membersByCard.all(db, { number, limit: 1 }).length > 0;

const takesCard = (plan: Plan): boolean =>
  'facts' in plan && plan.facts.some(({ kind, body }) => kind === 'member-card' && body.state === 'active');

function pointsPlan(db: ReadDb, row: PointsRow, at: number, terms: FindingTerms): Plan {
  const known = memberOnFile(db, row, MEMBER_KEYS);
  return 'reason' in known
    ? faulty(known)
    : planPoints(row, at, { known, opening: freeOpening(db, accountOf(row, known.memberId), terms) }, terms);
}

function cardPlan(db: ReadDb, row: CardRow, at: number, terms: FindingTerms): Plan {
  const known = memberOnFile(db, row, ['phone', 'email', 'externalId']);
  if ('reason' in known) return faulty(known);
  const plan = planCard(row, at, known, terms);
  return row.card !== null && takesCard(plan) && isTaken(db, row.card)
    ? faulty({ field: 'card', reason: 'card-in-use' })
    : plan;
}

/** The member whom a row must name, or what is wrong with how it names one. */
function memberOnFile(db: ReadDb, keys: Partial<MemberKeys>, by: readonly MemberKey[]): KnownMember | Fault {
  const named = memberNamed(db, keys, by);
  if (typeof named === 'object' && named !== null) return named;
  const known = named === null ? null : knownMember(db, named);
  return known ?? { field: by.find((key) => keys[key]) ?? null, reason: 'member-unknown' };
}

function productPlan(db: ReadDb, row: ProductRow, at: number, terms: FindingTerms): Plan {
  const found = productBySku.get(db, { code: row.sku ?? '' });
  if (found && terms.policy === 'skip') return SKIP;
  const known: ProductFact | null = found
    ? {
        id: found.productId,
        owner: found.owner,
        version: found.version,
        sku: found.sku,
        name: found.name,
        categoryId: found.categoryId,
        unit: found.unit,
        priceMinor: found.priceMinor,
        costMinor: found.costMinor,
        taxRateBp: found.taxRateBp,
        barcodes: barcodesOf.all(db, { productId: found.productId }).map(({ barcode }) => barcode),
        status: found.status,
      }
    : null;
  const holder = row.barcode === null ? undefined : productByBarcode.get(db, { code: row.barcode });
  return planProduct(
    row,
    at,
    {
      known,
      categoryId: row.category === null ? null : (categoryByName.get(db, { name: row.category })?.categoryId ?? null),
      barcodeOf: holder && holder.productId !== known?.id ? holder.sku : null,
    },
    terms,
  );
}

/** A product by the row's SKU and barcode, which must not name two. */
function soldProduct(
  db: ReadDb,
  { sku, barcode }: { sku: string | null; barcode: string | null },
): SoldProduct | Fault {
  const bySku = sku === null ? undefined : productBySku.get(db, { code: sku });
  const byBarcode = barcode === null ? undefined : productByBarcode.get(db, { code: barcode });
  if (bySku && byBarcode && bySku.productId !== byBarcode.productId)
    return { field: 'barcode', reason: 'product-unclear', details: { sku: byBarcode.sku } };
  return bySku ?? byBarcode ?? { field: sku === null ? 'barcode' : 'sku', reason: 'product-unknown' };
}

function purchasePlan(db: ReadDb, receipt: ReceiptRows, terms: FindingTerms): Plan {
  const first = receipt.lines[0];
  if (!first) return SKIP;
  if (importedReceipt.get(db, { receiptNumber: first.row.receipt ?? '' })) return SKIP;
  const faults: (Fault & { readonly at?: number })[] = [];
  const names = { phone: first.row.phone, card: first.row.card, externalId: first.row.externalId };
  const member = Object.values(names).some((value) => value !== null) ? memberOnFile(db, names, MEMBER_KEYS) : null;
  if (member && 'reason' in member) faults.push({ ...member, at: first.at });
  const products: SoldProduct[] = [];
  for (const { at, row } of receipt.lines) {
    const product = soldProduct(db, row);
    if ('reason' in product) faults.push({ ...product, at });
    else products.push(product);
  }
  if (faults.length > 0) return faulty(...faults);
  const memberId = member && 'memberId' in member ? member.memberId : null;
  return planPurchase(receipt, { memberId, tillId: terms.tillId, products }, terms);
}
