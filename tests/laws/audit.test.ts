import { describe, expect, it } from 'vitest';
import { auditPage } from '../../db/staff/audit.queries.ts';
import { verifyAudit } from '../../electron/features/audit/verify-audit.ts';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { replaceCard } from '../../electron/features/members/replace-card.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { adjustPoints } from '../../electron/features/points/adjust-points.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { aServedStore, ask, CLERK_PIN, MANAGER_PIN, seat } from '../api/served-store.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { must } from '../fixtures/outcome.ts';
import { traceOf } from '../fixtures/rows.ts';
import type { Shop } from '../fixtures/shop.ts';

const ALL = { action: '', staffId: null, limit: 50, offset: 0 };
const oldestFirst = ({ store }: Pick<Shop, 'store'>) => auditPage.all(store.db, ALL).toReversed();

/** A store whose log holds six entries, of every act that is done to a member by hand. */
function aLog(): Shop {
  const shop = aStore();
  const memberId = aMember(shop, { cardNumber: 'CARD-1', phone: '13812345678' });
  const fields = { note: 'likes green tea', name: '王小明', email: null };
  must(editMember(shop.store, { memberId, fields }, shop.clerkId, shop.nowMs, shop.ids));
  const consent = (given: boolean) =>
    must(
      setConsent(
        shop.store,
        { eventId: shop.ids(), memberId, purpose: 'profiling', given, noticeVersion: '1' },
        shop.clerkId,
        shop.nowMs,
        shop.ids,
      ),
    );
  consent(false);
  consent(true);
  must(replaceCard(shop.store, { memberId, cardNumber: 'CARD-2', why: 'lost' }, shop.clerkId, shop.nowMs, shop.ids));
  const by = { staffId: shop.clerkId, approvedById: shop.managerId };
  const adjustment = { adjustmentId: shop.ids<'adjustment'>(), memberId, points: 50, reason: 'for the wait' };
  must(adjustPoints(shop.store, adjustment, by, shop.nowMs, shop.ids));
  return shop;
}
/** As somebody with the file and without the program would. */
const tamper = ({ store }: Shop, sql: string) => store.db.raw.exec(sql);

describe('the audit log', () => {
  it('keeps enrolments, edits, consents, cards and adjustments: who, to whom, which field, and no value', () => {
    const shop = aLog();
    const { clerkId, managerId } = shop;
    expect(
      oldestFirst(shop).map(({ action, staffName, subjectName, fields }) => [action, staffName, subjectName, fields]),
    ).toEqual([
      ['enrol', '林小雨', '王小明', ['name', 'phone', 'cardNumber']],
      ['edit-member', '林小雨', '王小明', ['note']],
      ['consent', '林小雨', '王小明', ['profiling']],
      ['consent', '林小雨', '王小明', ['profiling']],
      ['replace-card', '林小雨', '王小明', ['cardNumber']],
      ['adjust-points', '陈经理', '王小明', ['points']],
    ]);
    expect(auditPage.all(shop.store.db, { ...ALL, staffId: managerId })).toHaveLength(1);
    expect(auditPage.all(shop.store.db, { ...ALL, staffId: clerkId, action: 'consent' })).toHaveLength(2);
    const stored = JSON.stringify(
      shop.store.db.raw.prepare('SELECT action, subject_kind, fields FROM audit_entry').all(),
    );
    expect(stored).not.toMatch(/CARD-|王小明|13812345678|green tea|for the wait|50/);
  });

  it('keeps nothing of an edit that changes nothing', () => {
    const shop = aLog();
    const [memberId] = oldestFirst(shop).map(({ subjectId }) => subjectId as Id as Id<'member'>);
    const before = traceOf(shop.store.db);
    const fields = { note: 'likes green tea', phone: '138 1234 5678', address: '' };
    must(editMember(shop.store, { memberId: memberId as Id<'member'>, fields }, shop.clerkId, shop.nowMs, shop.ids));
    expect(traceOf(shop.store.db)).toEqual(before);
  });

  it('verifies as it was written', () => {
    expect(verifyAudit(aLog().store)).toEqual({ checked: 6, fault: null });
  });

  it.each([
    [
      'an edited row',
      `UPDATE audit_entry SET at_ms = at_ms + 1 WHERE audit_pk = 2`,
      { position: 2, what: 'edited-or-moved' },
    ],
    [
      'a row blamed on another',
      `UPDATE audit_entry SET staff_pk = 1 WHERE audit_pk = 3`,
      { position: 3, what: 'edited-or-moved' },
    ],
    ['a deleted row', `DELETE FROM audit_entry WHERE audit_pk = 2`, { position: 2, what: 'deleted' }],
    [
      'rows in another order',
      `UPDATE audit_entry SET audit_pk = 99 WHERE audit_pk = 1; UPDATE audit_entry SET audit_pk = 1 WHERE audit_pk = 2;
       UPDATE audit_entry SET audit_pk = 2 WHERE audit_pk = 99`,
      { position: 1, what: 'edited-or-moved' },
    ],
    ['an end that was cut off', `DELETE FROM audit_entry WHERE audit_pk = 6`, { position: 6, what: 'cut-off' }],
    ['a log that was emptied', `DELETE FROM audit_entry`, { position: 1, what: 'cut-off' }],
  ] as const)('names %s', (_, sql, fault) => {
    const shop = aLog();
    tamper(shop, sql);
    expect(verifyAudit(shop.store).fault).toEqual(fault);
  });

  it('keeps sign-ins, PINs tried in vain and lent rights, and no PIN', async () => {
    const served = await aServedStore();
    const { shop, host } = served;
    const say = (path: string, input: unknown) => ask(host, 'till', { path, type: 'mutation' }, input);
    await say('staff.signIn', { staffId: shop.clerkId, pin: '9173' });
    await say('staff.signIn', { staffId: shop.clerkId, pin: CLERK_PIN });
    seat(served, 'till', 'clerk');
    await say('staff.approve', { staffId: shop.managerId, pin: '9173', right: 'points.adjust' });
    await say('staff.approve', { staffId: shop.clerkId, pin: CLERK_PIN, right: 'points.adjust' });
    await say('staff.approve', { staffId: shop.managerId, pin: MANAGER_PIN, right: 'points.adjust' });
    const noted = oldestFirst(shop).map(({ action, staffName, subjectName, fields }) => [
      action,
      staffName,
      subjectName,
      fields,
    ]);
    expect(noted).toEqual([
      ['sign-in-refused', null, '林小雨', []],
      ['sign-in', '林小雨', '林小雨', []],
      ['approve-refused', '林小雨', '陈经理', ['points.adjust']],
      ['approve-refused', '林小雨', '林小雨', ['points.adjust']],
      ['approve', '陈经理', '林小雨', ['points.adjust']],
    ]);
    expect(verifyAudit(shop.store)).toEqual({ checked: 5, fault: null });
    expect(JSON.stringify(shop.store.db.raw.prepare('SELECT * FROM audit_entry').all())).not.toMatch(/9173|1470|2580/);
  });
});
