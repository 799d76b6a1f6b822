import { afterAll, describe, expect, it } from 'vitest';
import { faultyRows } from '../../db/imports/staged-import.queries.ts';
import type { Target } from '../../shared/imports/targets.ts';
import { importFaultWords } from '../../shared/words/import-faults.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { aDesk, checkFile } from '../fixtures/import-file.ts';

const shop = aStore();
aMember(shop, { phone: '13912345678', cardNumber: '600200001' });
aProduct(shop, { sku: 'TEA-1', name: '龙井茶', barcode: '6901234567892' });
const desk = aDesk(shop);
afterAll(() => desk.close());

/** What is said of each row of a file, by its number, in both languages. */
async function said(target: Target, file: string, terms: Parameters<typeof checkFile>[4] = {}) {
  const { importId } = await checkFile(desk, shop, target, file, terms);
  const staged = desk.staged(importId);
  if (!staged) throw new Error('nothing was staged');
  const rows = faultyRows.all(staged.db, { offset: 0, limit: 200 });
  staged.db.raw.close();
  await desk.cancel(importId, { staffId: shop.managerId, name: '', role: 'manager' });
  return Object.fromEntries(
    rows.map(({ row, faults }) => [
      row,
      faults.flatMap((fault) => [importFaultWords(target, fault, 'zh-CN'), importFaultWords(target, fault, 'en')]),
    ]),
  );
}

describe('a row of members that is wrong', () => {
  it('is told what is wrong with each cell, in both languages', async () => {
    const file = [
      '手机号,姓名,会员卡号,积分,生日,性别,邮箱',
      '138123,张伟,600100001,10,1990-03-15,女,a@example.com',
      '13800138001,张伟,600100002,-5,1990-03-15,女,b@example.com',
      '13800138002,张伟,600100003,1.5,1990-13-15,女,c@example.com',
      `13800138003,${'长'.repeat(61)},600100004,10,1990-03-15,雌,d@example.com`,
      '13800138004,张伟,60,10,1990-03-15,女,not an address',
      '1.38E+10,张伟,600100005,许多,1990-03-15,女,',
      '13800138006,=A1&B1,600100006,10,1990-03-15,女,',
      ',,,10,1990-03-15,女,',
    ].join('\n');
    expect(await said('members', file)).toEqual({
      2: [
        '手机号：不是有效的电话号码，请核对位数；境外号码以 + 和国家码开头。',
        'Phone: Not a phone number. Check the digits; numbers from abroad begin with + and the country code.',
      ],
      3: ['积分：不能是负数。', 'Points: Must not be negative.'],
      4: [
        '积分：必须是整数。',
        'Points: Must be a whole number.',
        '生日：不是有效的生日，请写成 1990-03-15 或 3-15。',
        'Birthday: Not a birthday. Write it as 1990-03-15 or 3-15.',
      ],
      5: [
        '姓名：太长：有 61 个字，最多 60 个。',
        'Name: Too long: 61 characters. At most 60 fit.',
        '性别：无法识别，请写其中之一：女 / 男 / 其他。',
        'Gender: Not known here. Write one of: 女 / 男 / 其他.',
      ],
      6: [
        '会员卡号：卡号应为 4 到 32 位数字、字母或横线。',
        'Card number: A card number has 4 to 32 digits, letters or dashes.',
        '邮箱：不是有效的邮箱地址。',
        'E-mail: Not an e-mail address.',
      ],
      7: [
        '手机号：表格软件把这个号码缩写成了 1.38E+10。请把该列设为文本格式后重新保存。',
        'Phone: A spreadsheet shortened this number to 1.38E+10. Format the column as text and save it again.',
        '积分：不是数字。',
        'Points: Not a number.',
      ],
      8: [
        '姓名：这是公式，不是数值。请粘贴为数值后再导入。',
        'Name: This is a formula, not a value. Save the values and import again.',
      ],
      9: [
        '姓名、手机号、会员卡、邮箱、会员编号至少填一项。',
        'Give at least a name, a phone number, a card, an e-mail or a member ID.',
      ],
    });
  });

  it('is told which row of the file is the same', async () => {
    expect(
      await said('members', '手机,姓名,卡号\n13800138000,甲,600100001\n138 0013 8000,乙,600100002\n,丙,600100001'),
    ).toEqual({
      3: ['手机号：与第 2 行重复，请只留一行。', 'Phone: The same as in row 2. Keep one of the two.'],
      4: ['会员卡号：与第 2 行重复，请只留一行。', 'Card number: The same as in row 2. Keep one of the two.'],
    });
  });

  it('is told when phone and card are those of two members, and when a card is another’s', async () => {
    aMember(shop, { phone: '13912345679' });
    const file = '手机,卡号\n13912345679,600200001\n13800138000,600200001';
    expect(await said('members', file, { policy: 'update' })).toMatchObject({
      2: [
        '会员卡号：符合的会员不止一位。请更正这一行，或先合并会员。',
        'Card number: More than one member fits. Correct the row, or merge the members first.',
      ],
    });
    expect(await said('members', file, { policy: 'create' })).toMatchObject({
      3: ['会员卡号：与第 2 行重复，请只留一行。', expect.any(String)],
      2: ['会员卡号：这张卡属于另一位会员。', 'Card number: Another member has this card.'],
    });
  });

  it('is told that its date could be read both ways, until somebody says which is meant', async () => {
    const file = '手机,入会日期\n13800138000,5.3.2024';
    expect(await said('members', file)).toEqual({
      2: [
        '入会日期：分不清 5 是日还是月。请在“读取方式”里说明，或写成 2024-03-05。',
        'Joined on: Could be day 5 or month 5. Say under “How the file is read” which comes first, or write it as 2024-03-05.',
      ],
    });
    expect(await said('members', file, { dateOrder: 'dmy' })).toEqual({});
  });
});

describe('a row of the catalogue that is wrong', () => {
  it('is told what is wrong with each cell, in both languages', async () => {
    const file = [
      '货号,商品名称,售价,税率,条码,单位',
      'A-1,绿茶,6.805,13%,,件',
      'A-2,绿茶,6.80,113%,,件',
      'A-3,绿茶,6.80,13%,6901234567893,件',
      'A-4,,-1,13%,,车',
      'A 5/6,绿茶,6.80,13%,,件',
      'A-7,绿茶,6.80,13%,6901234567892,件',
    ].join('\n');
    expect(await said('products', file)).toEqual({
      2: ['售价：小数位太多，最多 2 位。', 'Price: Too many decimals. At most 2 fit.'],
      3: [
        '税率：不是有效的税率，请写成 13% 或 0.13，在 0 到 100% 之间。',
        'Tax rate: Not a tax rate. Write it as 13 % or 0.13, between 0 and 100 %.',
      ],
      4: [
        '条码：末位校验码不对，应为 2，请核对条码。',
        'Barcode: The last digit does not fit the others; it should be 2. Check the digits.',
      ],
      5: [
        '商品名称：必填，这里是空的。',
        'Name: Nothing is here, and it is needed.',
        '售价：不能是负数。',
        'Price: Must not be negative.',
        expect.stringContaining('单位：无法识别'),
        expect.stringContaining('Unit: Not known here.'),
      ],
      6: [
        '货号：货号应为最多 32 位的字母、数字、点、横线或下划线。',
        'SKU: A SKU has up to 32 letters, digits, dots, dashes or underscores.',
      ],
      7: ['条码：条码已用于商品 TEA-1。', 'Barcode: The product TEA-1 has this barcode.'],
    });
  });
});

describe('a receipt of which a row is wrong', () => {
  it('stays out as a whole, and each of its rows says why', async () => {
    const file = [
      '小票号,销售时间,手机,货号,数量,单价,金额',
      'R1,2024-03-05 14:20,13912345678,TEA-1,2,6.80,13.60',
      'R1,2024-03-05 14:20,13912345678,NONE,1,6.80,6.80',
      'R2,2024-03-05 15:20,13700137000,TEA-1,两盒,6.80,13.60',
      'R3,2024-03-05 15:30,13700137000,TEA-1,1,6.80,6.80',
      'R4,2024-03-05 15:40,,TEA-1,1,,',
      'R5,2024-03-05,,TEA-1,1,6.80,6.80',
      'R5,2024-03-06,,TEA-1,1,6.80,6.80',
    ].join('\n');
    expect(await said('purchases', file)).toEqual({
      2: ['同一小票的第 3 行有错，整张小票不导入。', 'Row 3 of the same receipt is wrong, so the receipt stays out.'],
      3: [
        '货号：没有这件商品。请先导入商品，或更正这一项。',
        'SKU: No product on file has this. Import the products first, or correct it.',
      ],
      4: ['数量：不是数字。', 'Quantity: Not a number.'],
      5: [
        '手机号：没有这位会员。请先导入会员，或更正这一项。',
        'Phone: No member on file has this. Import the members first, or correct it.',
      ],
      6: ['单价：请填单价或金额。', 'Unit price: Give the unit price or the amount.'],
      7: ['同一小票的第 8 行有错，整张小票不导入。', 'Row 8 of the same receipt is wrong, so the receipt stays out.'],
      8: ['销售时间：与同一小票的第 7 行不一致。', 'Sold at: Not the same as in row 7 of this receipt.'],
    });
  });
});

describe('a row whose shape is wrong', () => {
  it('is not read at all, for every cell may be another’s', async () => {
    expect(await said('members', '手机,姓名\n13800138000,甲,乙\n13800138001,"丙')).toEqual({
      2: [
        '单元格比表头的 2 列还多，请检查单元格里是否混入了分隔符。',
        'More cells than the 2 columns of the header. Look for a delimiter inside a cell.',
      ],
      3: [
        '引号没有成对。单元格里的引号要写两遍。',
        'A quotation mark is not closed. Double the quotation marks inside a cell.',
      ],
    });
  });

  it('says so where the encoding does not fit', async () => {
    const gbk = Buffer.from([0xd5, 0xc5, 0xce, 0xb0]);
    const { importId } = await checkFile(
      desk,
      shop,
      'members',
      Buffer.concat([Buffer.from('phone,name\n13800138000,'), gbk]),
      {
        reading: { format: 'csv', encoding: 'utf-8', delimiter: ',' },
      },
    );
    const staged = desk.staged(importId);
    const [row] = staged ? faultyRows.all(staged.db, { offset: 0, limit: 1 }) : [];
    staged?.db.raw.close();
    expect(row?.faults).toEqual([{ field: 'name', reason: 'wrong-encoding' }]);
    expect(importFaultWords('members', { field: 'name', reason: 'wrong-encoding' }, 'zh-CN')).toBe(
      '姓名：无法识别，请在“读取方式”里换一种编码，再检查一次。',
    );
  });
});

describe('points and cards', () => {
  it('must name a member on file', async () => {
    expect(await said('points', '手机,积分\n13700137000,10\n,10\n13912345678,0')).toEqual({
      2: [
        '手机号：没有这位会员。请先导入会员，或更正这一项。',
        'Phone: No member on file has this. Import the members first, or correct it.',
      ],
      3: ['没有说明是哪位会员。', 'Nothing says which member this is.'],
      4: ['积分：不能是 0。', 'Points: Must not be 0.'],
    });
    expect(await said('cards', '手机,卡号\n13912345678,\n13912345679,600200001')).toEqual({
      2: ['会员卡号：必填，这里是空的。', 'Card number: Nothing is here, and it is needed.'],
      3: ['会员卡号：这张卡属于另一位会员。', 'Card number: Another member has this card.'],
    });
  });
});
