import { describe, expect, it } from 'vitest';
import { aStore } from '../fixtures/a-store.ts';
import { allQueries } from '../fixtures/all-queries.ts';
import { tableNames } from '../fixtures/rows.ts';

/** What a clerk waits for: each must find its rows through an index. */
const HOT: readonly string[] = [
  'members.by-phone',
  'members.by-email',
  'members.by-last-4',
  'members.by-card',
  'members.by-name-prefix',
  'members.by-pinyin-prefix',
  'members.by-initials-prefix',
  'members.by-id',
  'messages.marketing-since',
  'messages.last-written-to',
  'offers.member-uses',
  'campaigns.of-member',
  'campaigns.counted-by',
  'campaigns.bought-already',
  'campaigns.end-of-stretch',
  'campaigns.arm-of-stretch',
  'campaigns.days',
  'automation-occasions.add-purchase',
  'automations.met-before',
  'automations.occasions-before',
  'offers.of-purchase',
  'offers.given-back',
  'offers.promotion-of-purchase',
  'offers.sums',
  'outbox.due',
  'outbox.due-questions',
  'points.held-lots',
  'points.redemption',
  'points.ledger',
  'products.by-id',
  'products.by-barcode',
  'products.by-sku',
  'products.by-prefix',
  'purchases.by-id',
  'purchases.lines',
  'purchases.tenders',
  'purchases.of-member',
  'staff.credential',
  'products.for-sale',
  'stock.ledger',
  'tier-changes.of-purchase',
  'tiers.qualifying-sums',
  'tiers.standing',
  'tills.receipt-counter',
];

const { db } = aStore().store;
const queries = new Map((await allQueries()).map((query) => [query.name, query]));

function planOf(name: string): string[] {
  const query = queries.get(name);
  if (!query) throw new Error(`there is no query ${name}`);
  const anything = Object.fromEntries(Object.keys(query.params).map((param) => [param, null]));
  const steps = db.raw.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(anything) as { readonly detail: string }[];
  return steps.map(({ detail }) => detail);
}

/** Reading all of a table, not of what a step made itself. */
const isScan = (detail: string) => tableNames(db).some((table) => detail.match(/^SCAN (\w+)/)?.[1] === table);

describe('a hot query', () => {
  it.each(HOT)('%s searches by an index and reads no table whole', (name) => {
    const plan = planOf(name);
    expect(plan.filter(isScan)).toEqual([]);
    expect(plan.some((detail) => detail.startsWith('SEARCH'))).toBe(true);
  });

  it('goes from a member to their sales and on to the lines where it asks for goods that were bought', () => {
    for (const is of ['bought-within', 'not-bought-within']) {
      const plan = planOf(`audiences.count-in-range: bought ${is}`).join('\n');
      expect(plan).toMatch(
        /SEARCH purchase USING COVERING INDEX purchase_member.*SEARCH purchase_line USING PRIMARY KEY/s,
      );
      expect(plan).not.toContain('purchase_line_product');
    }
  });

  it('is told apart from one that reads a table whole', () => {
    expect(planOf('points.faults').some(isScan)).toBe(true);
  });

  it('keeps the plan that is seen here, since no statistics are gathered', () => {
    expect(db.raw.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'`).all()).toEqual([]);
  });
});
