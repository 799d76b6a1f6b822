import type { AutomationFact, AutomationOccasionFact } from '../../shared/automations/automation.facts.ts';
import type { PurchaseFact } from '../../shared/purchases/purchase.fact.ts';
import type { Origin } from '../changes/origin.ts';
import { flag, id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';
import { defineVersioned } from '../kernel/define-versioned.ts';
import { SAME_PERSON } from '../members/same-person.ts';

const putVersion = defineVersioned({
  name: 'automations',
  noun: 'automation',
  key: 'automation_pk',
  columns: { state: text },
  version: { state: text, terms: text },
});

export const writeAutomation = (db: WriteDb, fact: AutomationFact): void =>
  putVersion(db, { ...fact, terms: JSON.stringify(fact.terms) });

/** The day that an entry counts for: what comes back or is voided takes from the day on which it was sold. */
const DAY =
  'ifnull((SELECT business_date FROM purchase AS sold WHERE sold.purchase_pk = bought.original_pk), bought.business_date)';
const ONE_MORE = `CASE bought.entry_kind WHEN 'sale' THEN 1 WHEN 'void' THEN -1 ELSE 0 END`;
const BOUGHT_ALREADY = (what: string) =>
  `(SELECT ifnull(sum(${what}), 0) FROM purchase AS bought
      WHERE bought.member_pk IN ${SAME_PERSON} AND bought.business_date >= @takenOn AND ${DAY} BETWEEN @takenOn AND @measuredThrough)`;

const putOccasion = defineWrite({
  name: 'automation-occasions.put',
  sql: `INSERT INTO automation_occasion (id, automation_pk, automation_version, member_pk, occasion, due_on, taken_on, measured_through,
          is_control, is_messaged, coupon_issue_id, points, missed, at_ms, hlc, sales_minor, purchases)
        VALUES (@id, (SELECT automation_pk FROM automation WHERE id = @automationId), @automationVersion,
          (SELECT member_pk FROM member WHERE id = @memberId), @occasion, @dueOn, @takenOn, @measuredThrough, @isControl, @isMessaged,
          @couponIssueId, @points, @missed, @atMs, @hlc, ${BOUGHT_ALREADY('bought.net_minor')}, ${BOUGHT_ALREADY(ONE_MORE)})
        ON CONFLICT DO NOTHING`,
  params: {
    id: id('automation-occasion'),
    automationId: id('automation'),
    automationVersion: integer,
    memberId: id('member'),
    occasion: text,
    dueOn: text,
    takenOn: text,
    measuredThrough: text,
    isControl: flag,
    isMessaged: flag,
    couponIssueId: nullable(id('coupon-issue')),
    points: integer,
    missed: text,
    atMs: integer,
    hlc: text,
  },
});

/** Writes an occasion with what its member has bought since the day began. */
export const writeAutomationOccasion = (db: WriteDb, fact: AutomationOccasionFact, { hlc }: Origin): void =>
  void putOccasion.run(db, { ...fact, missed: JSON.stringify(fact.missed), hlc });

const addPurchase = defineWrite({
  name: 'automation-occasions.add-purchase',
  sql: `UPDATE automation_occasion SET sales_minor = sales_minor + bought.net_minor, purchases = automation_occasion.purchases + ${ONE_MORE}
        FROM purchase AS bought
        WHERE bought.purchase_pk = @purchasePk AND automation_occasion.member_pk IN ${SAME_PERSON}
          AND ${DAY} BETWEEN taken_on AND measured_through`,
  params: { purchasePk: integer, memberId: id('member') },
});

/** Adds a purchase to what its member bought after being met. Most members were met by nothing. */
export function countForAutomations(db: WriteDb, purchasePk: number, { memberId }: PurchaseFact): void {
  if (memberId) addPurchase.run(db, { purchasePk, memberId });
}
