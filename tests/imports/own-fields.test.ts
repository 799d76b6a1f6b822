import { expect, it } from 'vitest';
import { faultyRows } from '../../db/imports/staged-import.queries.ts';
import { retireField } from '../../electron/features/member-fields/retire-field.ts';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { findMembers } from '../../electron/features/members/find-members.ts';
import { memberProfile } from '../../electron/features/members/member-profile.ts';
import { importFaultWords } from '../../shared/words/import-faults.ts';
import { aStore } from '../fixtures/a-store.ts';
import { aDesk, checkFile, importFile, undoFile } from '../fixtures/import-file.ts';
import { must } from '../fixtures/outcome.ts';
import { ownField } from '../fixtures/own-field.ts';
import type { Shop } from '../fixtures/shop.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const HEAD = '手机,姓名,会员编号,鞋码,品牌,纪念日,停车卡,车牌';
const file = (...rows: string[]) => [HEAD, ...rows].join('\n');

function aShop() {
  const shop = aStore();
  const own = {
    shoe: ownField(shop, '鞋码', 'whole'),
    brand: ownField(shop, '品牌', 'choice', ['回力', 'Feiyue']),
    day: ownField(shop, '纪念日', 'date'),
    parking: ownField(shop, '停车卡', 'flag'),
    plate: ownField(shop, '车牌'),
  };
  return { shop, own, desk: aDesk(shop) };
}
const found = (shop: Shop, phone: string) => {
  const memberId = findMembers(shop.store, { q: phone, limit: 1 }, shop.nowMs).matches[0]?.memberId;
  if (!memberId) throw new Error('nobody has this phone');
  return { memberId, custom: memberProfile(shop.store, memberId, shop.nowMs)?.custom };
};

it('fills the store’s own fields from the columns that are called like them', async () => {
  const { shop, own, desk } = aShop();
  const rows = file('13812340001,林小雨,A-1,"1,042",feiyue,2020年5月20日,是,浙A1', '13812340002,欧阳,A-2,,,,,');
  expect(await importFile(desk, shop, 'members', rows)).toMatchObject({ phase: 'applied', added: 2, leftOut: 0 });
  expect(found(shop, '13812340001').custom).toEqual({
    [own.shoe]: '1042',
    [own.brand]: '2',
    [own.day]: '2020-05-20',
    [own.parking]: 'yes',
    [own.plate]: '浙A1',
    externalId: 'A-1',
  });
  expect(found(shop, '13812340002').custom).toEqual({ externalId: 'A-2' });
  expectReplay(shop.store.db);
});

it('says of each cell what is wrong, by the name that the store gave its field, in both languages', async () => {
  const { shop, desk } = aShop();
  const rows = file('13812340001,林小雨,A-1,42.5,耐克,明天,也许,浙A1');
  const { importId } = await checkFile(desk, shop, 'members', rows);
  const staged = desk.staged(importId);
  if (!staged) throw new Error('nothing was staged');
  const faults = faultyRows.all(staged.db, { offset: 0, limit: 10 }).flatMap((row) => row.faults);
  staged.db.raw.close();
  expect(faults.map((fault) => importFaultWords('members', fault, 'zh-CN'))).toEqual([
    expect.stringMatching(/^鞋码：/),
    '品牌：无法识别，请写其中之一：回力 / Feiyue。',
    expect.stringMatching(/^纪念日：/),
    expect.stringMatching(/^停车卡：/),
  ]);
  expect(importFaultWords('members', faults[1] as never, 'en')).toBe(
    '品牌: Not known here. Write one of: 回力 / Feiyue.',
  );
});

it('fills up or overwrites field by field, and the undo puts back what nobody changed since', async () => {
  const { shop, own, desk } = aShop();
  await importFile(desk, shop, 'members', file('13812340001,林小雨,A-1,42,回力,,,'));
  const filled = await importFile(desk, shop, 'members', file('13812340001,,,43,,,,浙A1'), { policy: 'fill' });
  expect(filled).toMatchObject({ updated: 1 });
  const { memberId, custom } = found(shop, '13812340001');
  expect(custom).toEqual({ externalId: 'A-1', [own.shoe]: '42', [own.brand]: '1', [own.plate]: '浙A1' });
  const { importId } = await importFile(desk, shop, 'members', file('13812340001,,,43,Feiyue,,,浙A1'), {
    policy: 'update',
  });
  expect(found(shop, '13812340001').custom).toMatchObject({ [own.shoe]: '43', [own.brand]: '2' });
  const fields = { custom: { [own.brand]: '1' } };
  must(editMember(shop.store, { memberId, fields }, shop.clerkId, shop.nowMs, shop.ids));
  await undoFile(desk, shop, importId);
  expect(found(shop, '13812340001').custom).toEqual({
    externalId: 'A-1',
    [own.shoe]: '42',
    [own.brand]: '1',
    [own.plate]: '浙A1',
  });
  await undoFile(desk, shop, filled.importId);
  expect(found(shop, '13812340001').custom).toEqual({ externalId: 'A-1', [own.shoe]: '42', [own.brand]: '1' });
  expectReplay(shop.store.db);
});

it('takes no column for a field that is retired', async () => {
  const { shop, own, desk } = aShop();
  must(retireField(shop.store, { fieldId: own.shoe, retired: true }, shop.managerId, shop.nowMs, shop.ids));
  await importFile(desk, shop, 'members', file('13812340001,林小雨,A-1,42,,,,'));
  expect(found(shop, '13812340001').custom).toEqual({ externalId: 'A-1' });
});
