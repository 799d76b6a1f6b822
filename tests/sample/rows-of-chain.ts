import path from 'node:path';
import Database from 'better-sqlite3';

/** A purchase as an analyst without any knowledge of the model finds it. */
export interface Basket {
  readonly memberId: string;
  readonly atMs: number;
  readonly skus: readonly string[];
  readonly netMinor: number;
  readonly broughtBack: boolean;
}

export interface Shopper {
  readonly memberId: string;
  readonly source: string;
  readonly holdsCard: boolean;
  readonly gender: string | null;
  /** In order of time. */
  readonly baskets: readonly Basket[];
}

function uuid(id: Uint8Array): string {
  const text = Buffer.from(id).toString('hex');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/** Reads the members of a sample store with all their sales by plain SQL, past everything that made them. */
export function shoppersOf(folder: string): Shopper[] {
  const db = new Database(path.join(folder, 'store.db'), { readonly: true });
  const members = db
    .prepare(
      `SELECT member.member_pk AS pk, member.id, member.source, member_identity.gender,
         EXISTS (SELECT 1 FROM member_card WHERE member_card.member_pk = member.member_pk) AS card
       FROM member JOIN member_identity USING (member_pk)`,
    )
    .all() as { pk: number; id: Uint8Array; source: string; gender: string | null; card: number }[];
  const sales = db
    .prepare(
      `SELECT sale.member_pk AS pk, sale.occurred_at_ms AS atMs, sale.net_minor AS netMinor, group_concat(product.sku) AS skus,
         EXISTS (SELECT 1 FROM purchase AS back WHERE back.original_pk = sale.purchase_pk) AS back
       FROM purchase AS sale JOIN purchase_line USING (purchase_pk) JOIN product USING (product_pk)
       WHERE sale.entry_kind = 'sale' GROUP BY sale.purchase_pk ORDER BY sale.occurred_at_ms`,
    )
    .all() as { pk: number; atMs: number; netMinor: number; skus: string; back: number }[];
  db.close();
  const byMember = Map.groupBy(sales, ({ pk }) => pk);
  return members.map(({ pk, id, source, gender, card }) => {
    const memberId = uuid(id);
    const baskets = (byMember.get(pk) ?? []).map(({ atMs, netMinor, skus, back }) => ({
      memberId,
      atMs,
      skus: skus.split(','),
      netMinor,
      broughtBack: back === 1,
    }));
    return { memberId, source, gender, holdsCard: card === 1, baskets };
  });
}
