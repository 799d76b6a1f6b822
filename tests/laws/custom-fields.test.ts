import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFact } from '../../db/changes/apply-fact.ts';
import { connect, transaction } from '../../db/kernel/connection.ts';
import { migrate } from '../../db/kernel/migrate.ts';
import { memberRecord } from '../../db/members/members.queries.ts';
import { STORE_MIGRATIONS } from '../../db/migrations/store/index.ts';
import { addField } from '../../electron/features/member-fields/add-field.ts';
import { arrangeFields } from '../../electron/features/member-fields/arrange-fields.ts';
import { changeField } from '../../electron/features/member-fields/change-field.ts';
import { fieldsOf } from '../../electron/features/member-fields/fields-of.ts';
import { retireField } from '../../electron/features/member-fields/retire-field.ts';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { enrolMember } from '../../electron/features/members/enrol-member.ts';
import { memberProfile } from '../../electron/features/members/member-profile.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { MOST_FIELDS } from '../../shared/members/custom-fields.ts';
import { readStamps } from '../../shared/members/stamps.ts';
import { FIRST_HLC, tick } from '../../shared/sync/hlc.ts';
import { aMember, anEnrolment } from '../fixtures/a-member.ts';
import { aStore } from '../fixtures/a-store.ts';
import { eraseMember } from '../fixtures/erase.ts';
import { merge, part } from '../fixtures/merge.ts';
import { must, reasonOf } from '../fixtures/outcome.ts';
import { ownField } from '../fixtures/own-field.ts';
import { rowsOf, traceOf } from '../fixtures/rows.ts';
import type { Shop } from '../fixtures/shop.ts';
import { expectReplay } from './expect-replay.ts';

type FieldId = Id<'member-field'>;
const edit = (shop: Shop, memberId: Id<'member'>, custom: Record<string, string | null>) =>
  editMember(shop.store, { memberId, fields: { custom } }, shop.clerkId, shop.nowMs, shop.ids);
const customOf = (shop: Shop, memberId: Id<'member'>) => memberProfile(shop.store, memberId, shop.nowMs)?.custom;
const change = (shop: Shop, fieldId: FieldId, name: string, options: { key: number | null; name: string }[] = []) =>
  changeField(shop.store, { fieldId, name, required: false, options }, shop.managerId, shop.nowMs, shop.ids);
const retire = (shop: Shop, fieldId: FieldId, retired = true) =>
  retireField(shop.store, { fieldId, retired }, shop.managerId, shop.nowMs, shop.ids);

const at = (ms: number) => tick(FIRST_HLC, ms);
const A_STORE = (id: Id<'store'>) => ({
  id,
  owner: 'chain',
  version: 1,
  kind: 'store' as const,
  code: 'S01',
  name: '解放路店',
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  cutoverMinutes: 0,
});

describe('the fields that a store defines', () => {
  it('are added once, renamed, put in order, retired and brought back; a replay makes the same', () => {
    const shop = aStore();
    const shoe = ownField(shop, '鞋码', 'whole');
    const brand = ownField(shop, '品牌', 'choice', ['回力', '飞跃']);
    const again = {
      fieldId: shoe,
      name: '鞋码',
      kind: 'whole',
      required: false,
      options: [] as { key: null; name: string }[],
    } as const;
    const before = traceOf(shop.store.db);
    must(addField(shop.store, again, shop.managerId, shop.nowMs, shop.ids));
    must(change(shop, shoe, '鞋码'));
    must(retire(shop, shoe, false));
    must(arrangeFields(shop.store, [shoe, brand], shop.managerId, shop.nowMs, shop.ids));
    expect(traceOf(shop.store.db)).toEqual(before);
    const other = { ...again, kind: 'text' as const };
    expect(reasonOf(addField(shop.store, other, shop.managerId, shop.nowMs, shop.ids))).toBe('field-id-reused');

    must(
      change(shop, brand, '喜欢的品牌', [
        { key: 2, name: '飞跃' },
        { key: null, name: '李宁' },
      ]),
    );
    must(arrangeFields(shop.store, [brand, shoe], shop.managerId, shop.nowMs, shop.ids));
    must(retire(shop, shoe));
    expect(fieldsOf(shop.store.db)).toMatchObject([
      {
        name: '喜欢的品牌',
        options: [
          { key: 2, name: '飞跃', retired: false },
          { key: 3, name: '李宁', retired: false },
          { key: 1, name: '回力', retired: true },
        ],
      },
      { name: '鞋码', retired: true },
    ]);
    expectReplay(shop.store.db);
  });

  it('are refused twice by name, beyond the limit, and when the order names others', () => {
    const shop = aStore();
    const first = ownField(shop, 'field 0');
    const add = (name: string) =>
      reasonOf(
        addField(
          shop.store,
          { fieldId: shop.ids(), name, kind: 'text', required: false, options: [] },
          shop.managerId,
          shop.nowMs,
          shop.ids,
        ),
      );
    expect(add('field 0')).toBe('field-name-taken');
    for (let n = 1; n < MOST_FIELDS; n += 1) ownField(shop, `field ${n}`);
    expect(add('one more')).toBe('too-many-fields');
    must(retire(shop, first));
    must(
      addField(
        shop.store,
        { fieldId: shop.ids(), name: 'field 0', kind: 'text', required: false, options: [] },
        shop.managerId,
        shop.nowMs,
        shop.ids,
      ),
    );
    expect(reasonOf(retire(shop, first, false))).toBe('too-many-fields');
    expect(reasonOf(arrangeFields(shop.store, [first], shop.managerId, shop.nowMs, shop.ids))).toBe('fields-changed');
    expect(reasonOf(change(shop, shop.ids(), 'x'))).toBe('field-unknown');
  });
});

describe('what members have in them', () => {
  it('is kept as the definition reads it, each with a stamp of its own, and named in the log by its field alone', () => {
    const shop = aStore();
    const shoe = ownField(shop, '鞋码', 'whole');
    const plate = ownField(shop, '车牌');
    const memberId = aMember(shop, { custom: { [shoe]: '042' } });
    expect(customOf(shop, memberId)).toEqual({ [shoe]: '42' });
    must(edit(shop, memberId, { [plate]: ' 浙A12345 ' }));
    expect(customOf(shop, memberId)).toEqual({ [shoe]: '42', [plate]: '浙A12345' });
    const stamps = readStamps(memberRecord.get(shop.store.db, { memberId })?.stamps ?? '{}');
    expect(stamps.get(`custom.${plate}`)).not.toBe(stamps.get(`custom.${shoe}`));
    const log = JSON.stringify(rowsOf(shop.store.db, 'audit_entry'));
    expect(log).toContain(`custom.${plate}`);
    expect(log).not.toContain('12345');
    const before = traceOf(shop.store.db);
    must(edit(shop, memberId, { [plate]: '浙A12345', [shoe]: '42' }));
    expect(traceOf(shop.store.db)).toEqual(before);
    must(edit(shop, memberId, { [plate]: null }));
    must(edit(shop, memberId, { [shoe]: '' }));
    expect(customOf(shop, memberId)).toEqual({});
    expectReplay(shop.store.db);
  });

  it('is refused where it does not fit, and nothing is changed', () => {
    const shop = aStore();
    const shoe = ownField(shop, '鞋码', 'whole');
    const memberId = aMember(shop, { custom: { [shoe]: '42' } });
    must(retire(shop, ownField(shop, '旧')));
    const old = fieldsOf(shop.store.db)[1]?.fieldId ?? '';
    const before = traceOf(shop.store.db);
    expect(reasonOf(edit(shop, memberId, { [shoe]: 'large' }))).toBe('field-value-invalid');
    expect(reasonOf(edit(shop, memberId, { [old]: 'x' }))).toBe('field-retired');
    expect(reasonOf(edit(shop, memberId, { [shop.ids()]: 'x' }))).toBe('field-unknown');
    expect(traceOf(shop.store.db)).toEqual(before);
  });

  it('stays when its field is retired, and can still be taken away', () => {
    const shop = aStore();
    const shoe = ownField(shop, '鞋码', 'whole');
    const memberId = aMember(shop, { custom: { [shoe]: '42' } });
    must(retire(shop, shoe));
    expect(customOf(shop, memberId)).toEqual({ [shoe]: '42' });
    must(edit(shop, memberId, { [shoe]: null }));
    expect(customOf(shop, memberId)).toEqual({});
  });

  it('is asked at an enrolment where it is required, but not of who knows nothing of fields', () => {
    const shop = aStore();
    const shoe = shop.ids<'member-field'>();
    const terms = {
      fieldId: shoe,
      name: '鞋码',
      kind: 'whole',
      required: true,
      options: [] as { key: null; name: string }[],
    } as const;
    must(addField(shop.store, terms, shop.managerId, shop.nowMs, shop.ids));
    const enrol = (custom?: Record<string, string>) =>
      reasonOf(
        enrolMember(shop.store, anEnrolment(shop, custom ? { custom } : {}), shop.clerkId, shop.nowMs, shop.ids),
      );
    expect(enrol({})).toBe('field-required');
    expect(enrol({ [shoe]: ' ' })).toBe('field-required');
    expect(enrol({ [shoe]: '42' })).toBe('done');
    expect(enrol()).toBe('done');
    must(retire(shop, shoe));
    expect(enrol({})).toBe('done');
  });

  it('is destroyed with the person, in the log too', () => {
    const shop = aStore();
    const plate = ownField(shop, '车牌');
    const memberId = aMember(shop, { custom: { [plate]: '浙A12345' } });
    must(edit(shop, memberId, { [plate]: '浙B54321' }));
    eraseMember(shop, memberId);
    expect(customOf(shop, memberId)).toEqual({});
    for (const table of ['member_identity', 'change_log'])
      for (const row of rowsOf(shop.store.db, table))
        for (const value of Object.values(row))
          expect(value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)).not.toMatch(
            /浙A12345|浙B54321/,
          );
    expect(reasonOf(edit(shop, memberId, { [plate]: 'x' }))).toBe('member-erased');
    // Whose bodies are gone is an id and no more for a replay.
    expectReplay(shop.store.db, ['member']);
  });

  it('is merged field by field like the rest of the profile, and parted again', () => {
    const shop = aStore();
    const [shoe, plate, brand] = [ownField(shop, '鞋码', 'whole'), ownField(shop, '车牌'), ownField(shop, '品牌')];
    const kept = aMember(shop, { name: '王一', custom: { [shoe]: '42', [brand]: '回力' } });
    const joined = aMember(shop, { name: '王二', custom: { [shoe]: '43', [plate]: '浙A12345' } });
    const mergeId = merge(shop, kept, joined, { [`custom.${plate}`]: joined, [`custom.${shoe}`]: joined });
    expect(customOf(shop, kept)).toEqual({ [shoe]: '43', [brand]: '回力', [plate]: '浙A12345' });
    expect(customOf(shop, joined)).toEqual(customOf(shop, kept));
    expectReplay(shop.store.db);
    // What was changed since stays.
    must(edit(shop, kept, { [shoe]: '44' }));
    part(shop, mergeId);
    expect(customOf(shop, kept)).toEqual({ [shoe]: '44', [brand]: '回力' });
    expect(customOf(shop, joined)).toEqual({ [shoe]: '43', [plate]: '浙A12345' });
    expectReplay(shop.store.db);
  });

  it('comes to the same in whichever order the stores’ edits arrive', () => {
    const shop = aStore();
    const memberId = shop.ids<'member'>();
    const fields = [shop.ids<'member-field'>(), shop.ids<'member-field'>()];
    const stores = [shop.store.facts.storeId, shop.ids<'store'>()];
    const anEdit = fc.record({
      field: fc.constantFrom(...fields),
      value: fc.option(fc.constantFrom('a', 'b', 'c')),
      storeId: fc.constantFrom(...stores),
      ms: fc.integer({ min: 1, max: 6 }),
    });
    const edits = fc
      // Two facts of one store never bear the same stamp.
      .uniqueArray(anEdit, { selector: ({ storeId, ms }) => `${storeId} ${ms}`, maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    const arrived = (list: readonly { field: FieldId; value: string | null; storeId: Id<'store'>; ms: number }[]) => {
      const db = connect(':memory:');
      migrate(db, STORE_MIGRATIONS);
      transaction(db, (tx) => {
        const storeId = stores[0] as Id<'store'>;
        applyFact(tx, 'store', A_STORE(storeId), { hlc: at(0), storeId });
        const enrolment = {
          homeStoreId: storeId,
          enrolledAtMs: 0,
          enrolledById: null,
          source: 'till' as const,
          referredById: null,
          importId: null,
        };
        applyFact(
          tx,
          'member',
          { id: memberId, enrolment, profile: { name: '王' }, standing: {} },
          { hlc: at(0), storeId },
        );
        for (const { field, value, storeId: from, ms } of list)
          applyFact(
            tx,
            'member',
            { id: memberId, enrolment: null, profile: { custom: { [field]: value } }, standing: {} },
            { hlc: at(ms), storeId: from },
          );
      });
      const record = memberRecord.get(db, { memberId });
      db.raw.close();
      return { custom: record?.custom ?? {}, stamps: new Map([...readStamps(record?.stamps ?? '{}')].toSorted()) };
    };
    fc.assert(
      fc.property(edits, ([list, shuffled]) => {
        expect(arrived(shuffled)).toEqual(arrived(list));
      }),
      { numRuns: 100 },
    );
  });
});

it('how a member was won is changed like a field: stamped, logged, and listed', () => {
  const shop = aStore();
  const memberId = aMember(shop, {});
  const won = (source: 'event' | 'till') =>
    must(editMember(shop.store, { memberId, fields: { source } }, shop.clerkId, shop.nowMs, shop.ids));
  won('event');
  expect(memberProfile(shop.store, memberId, shop.nowMs)?.source).toBe('event');
  expect(rowsOf(shop.store.db, 'member_summary')[0]).toMatchObject({ listed_source: 'event' });
  const before = traceOf(shop.store.db);
  won('event');
  expect(traceOf(shop.store.db)).toEqual(before);
  expectReplay(shop.store.db);
});
