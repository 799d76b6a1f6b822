import { crc32 } from 'node:zlib';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { perform } from '../../db/changes/act.ts';
import { listMembers } from '../../electron/features/members/list-members.ts';
import type { MemberExportColumn } from '../../shared/contract/exports.contract.ts';
import { type MemberRow, membersContract } from '../../shared/contract/members.contract.ts';
import { calendarDate } from '../../shared/kernel/instant.ts';
import { BULK_ROWS } from '../../shared/lists/export.ts';
import {
  type Answer,
  aServedStore,
  ask,
  CLERK_PIN,
  MANAGER_PIN,
  PROCEDURES,
  type Served,
  seat,
} from '../api/served-store.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { ownField } from '../fixtures/own-field.ts';
import { sell } from '../fixtures/sell.ts';

const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', 'a,"b";c', "'quoted", '<b>&amp;</b>', '王小明'];
const COLUMNS: MemberExportColumn[] = [
  { id: 'name', heading: '姓名' },
  { id: 'phoneMasked', heading: '手机号' },
  { id: 'tier', heading: '等级', words: { member: '普通', gold: '金卡' } },
  { id: 'netMinor', heading: '净消费' },
  { id: 'lastVisitDate', heading: '最近到店' },
  { id: 'enrolledAtMs', heading: '入会日期' },
];

let served: Served;
beforeEach(async () => {
  served = await aServedStore();
  seat(served, 'window', 'manager');
});

const asking = (path: string, input: unknown, window = 'window'): Promise<Answer> => {
  const asked = PROCEDURES.find((one) => one.path === path);
  if (!asked) throw new Error(`nothing serves ${path}`);
  return ask(served.host, window, asked, input);
};
const terms = (more: object = {}) => ({
  exportId: served.shop.ids<'export'>(),
  format: 'csv',
  sheet: '会员',
  columns: COLUMNS,
  ...more,
});

/** The whole file, as a window takes it. */
async function taken(exportId: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let index = 0; ; index += 1) {
    const answer = await asking('exports.part', { exportId, index });
    if (!answer.ok) throw new Error(`${answer.code} ${answer.refusal}`);
    const { base64, isLast } = answer.data as { base64: string; isLast: boolean };
    parts.push(Buffer.from(base64, 'base64'));
    if (isLast) return Buffer.concat(parts);
  }
}
async function exported(path: string, input: { readonly exportId: string }): Promise<Buffer> {
  const begun = await asking(path, input);
  if (!begun.ok) throw new Error(`${begun.code} ${begun.refusal ?? begun.message}`);
  return taken(input.exportId);
}
const rowsOfCsv = (file: Buffer) => Papa.parse<string[]>(file.toString('utf8').slice(1), { skipEmptyLines: true }).data;
async function sheetOf(file: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ArrayBuffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
const log = () =>
  served.store.db.raw
    .prepare(`SELECT action, fields FROM audit_entry WHERE action LIKE 'export%' ORDER BY audit_pk`)
    .all() as { action: string; fields: string }[];

/** Members as many as make it an export in bulk. */
function aCrowd(count: number): void {
  const { shop } = served;
  for (let at = 0; at < count; at += 200)
    perform(shop.store.db, shop.nowMs, (act) => {
      for (let n = at; n < Math.min(count, at + 200); n += 1)
        act.record('member', {
          id: shop.ids<'member'>(),
          enrolment: {
            homeStoreId: shop.store.facts.storeId,
            enrolledAtMs: shop.nowMs,
            enrolledById: null,
            source: 'till',
            referredById: null,
            importId: null,
          },
          profile: { name: `人${n}`, phone: `+86138${10_000_000 + n}` },
          standing: { status: 'active', tier: 'member' },
        });
    });
}

/** Hostile names, among them one who bought. */
function somePeople(): void {
  const { shop } = served;
  for (const [at, name] of HOSTILE.entries())
    aMember(shop, { name, phone: `1381234567${at}`, tier: at === 8 ? 'gold' : 'member' });
  const product = aProduct(shop, { priceMinor: 1250 });
  const buyer = aMember(shop, { name: '买家' });
  sell(shop, { member: buyer, products: [product] });
}

const listed = async (input: object): Promise<MemberRow[]> =>
  (await listMembers(served.store, membersContract.list.input.parse(input), served.shop.nowMs)).rows;

describe('a list exported as CSV', () => {
  it('holds the rows and the columns of the list in its order, each text as it can do no harm', async () => {
    somePeople();
    const shown = { sort: 'netMinor', descending: true } as const;
    const file = await exported('exports.members', terms(shown));
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [heads, ...rows] = rowsOfCsv(file);
    expect(heads).toEqual(['姓名', '手机号', '等级', '净消费', '最近到店', '入会日期']);
    const expected = await listed(shown);
    expect(rows.map(([name]) => name)).toEqual(
      expected.map(({ name }) => (name && /^[=+\-@＝]/.test(name) ? `'${name}` : name)),
    );
    // Who enrolled after midnight visited on the business day before.
    const enrolledOn = calendarDate(expected[0]?.enrolledAtMs ?? 0, served.store.day.zone);
    expect(rows[0]?.slice(2)).toEqual(['普通', '12.50', expected[0]?.lastVisitDate, enrolledOn]);
    expect(rows.find(([name]) => name === '王小明')?.slice(1, 4)).toEqual(['138****5678', '金卡', '0.00']);
  });

  it('holds the store’s own fields, each as what it is, and the log names them by their ids', async () => {
    const shoe = ownField(served.shop, '鞋码', 'whole');
    const brand = ownField(served.shop, '品牌', 'choice', ['回力', '=飞跃']);
    const plate = ownField(served.shop, '车牌');
    aMember(served.shop, { name: '有', custom: { [shoe]: '42', [brand]: '2', [plate]: '=1+1' } });
    aMember(served.shop, { name: '无' });
    const columns = [
      { id: 'name', heading: '姓名' },
      { id: `custom.${shoe}`, heading: '鞋码' },
      { id: `custom.${brand}`, heading: '品牌', words: { 1: '回力', 2: '=飞跃' } },
      { id: `custom.${plate}`, heading: '车牌' },
    ];
    const where = [{ field: `custom.${shoe}`, is: 'at-least', value: 0 }];
    expect(rowsOfCsv(await exported('exports.members', terms({ columns, where })))).toEqual([
      ['姓名', '鞋码', '品牌', '车牌'],
      ['有', '42', "'=飞跃", "'=1+1"],
    ]);
    expect(rowsOfCsv(await exported('exports.members', terms({ columns })))).toContainEqual(['无', '', '', '']);
    expect(log().at(-2)?.fields).toContain(`column:custom.${brand}`);
    expect(log().at(-2)?.fields).toContain(`filter:custom.${shoe}`);
    const unknown = terms({ columns: [{ id: 'custom.x', heading: 'x' }] });
    expect(await asking('exports.members', unknown)).toMatchObject({ ok: false });
  });

  it('is narrowed as the list is', async () => {
    somePeople();
    const where = [{ field: 'tier', is: 'any-of', values: ['gold'] }];
    expect(rowsOfCsv(await exported('exports.members', terms({ where })))).toHaveLength(2);
    expect(log().at(-1)?.fields).toContain('filter:tier');
    expect(log().at(-1)?.fields).not.toContain('gold');
  });
});

describe('a list exported as a workbook', () => {
  it('holds numbers and dates that are such, and texts that are texts', async () => {
    somePeople();
    const shown = { sort: 'netMinor', descending: true } as const;
    const sheet = await sheetOf(
      await exported('exports.members', terms({ ...shown, format: 'xlsx', sheet: '会员[1]' })),
    );
    expect(sheet.name).toBe('会员 1');
    expect((sheet.getRow(1).values as unknown[]).slice(1)).toEqual(COLUMNS.map(({ heading }) => heading));
    const expected = await listed(shown);
    const rows = expected.map((_, at) => sheet.getRow(at + 2));
    // exceljs decodes twice what it reads here; the next test looks at what the sheet itself says.
    expect(rows.map((row) => row.getCell(1).value)).toEqual(expected.map(({ name }) => name?.replace('&amp;', '&')));
    expect(rows.every((row) => row.getCell(1).type === ExcelJS.ValueType.String)).toBe(true);
    expect(rows[0]?.getCell(4).value).toBe(12.5);
    expect(rows[0]?.getCell(4).numFmt).toBe('#,##0.00');
    expect(rows[0]?.getCell(5).value).toEqual(new Date(`${expected[0]?.lastVisitDate}T00:00:00Z`));
    expect(rows[1]?.getCell(5).value).toBeNull();
    expect(sheet.autoFilter).toBe(`A1:F${expected.length + 1}`);
  });

  it('is a sound zip: every part unpacks to what its checksum says, and no text is a formula', async () => {
    somePeople();
    const file = await exported('exports.members', terms({ format: 'xlsx' }));
    const texts = new Map<string, string>();
    await new Promise<void>((resolve, reject) => {
      yauzl.fromBuffer(file, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
        if (error) return reject(error);
        zip.on('entry', (entry: yauzl.Entry) =>
          zip.openReadStream(entry, (failure, stream) => {
            if (failure) return reject(failure);
            const pieces: Buffer[] = [];
            stream.on('data', (piece: Buffer) => pieces.push(piece));
            stream.on('error', reject);
            stream.on('end', () => {
              const bytes = Buffer.concat(pieces);
              expect(crc32(bytes)).toBe(entry.crc32);
              texts.set(entry.fileName, bytes.toString('utf8'));
              zip.readEntry();
            });
          }),
        );
        zip.on('end', resolve);
        zip.readEntry();
      });
    });
    const sheet = texts.get('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<v>&lt;b&gt;&amp;amp;&lt;/b&gt;</v>');
    expect(sheet).not.toContain('<f>');
    expect(texts.get('docProps/core.xml')).toContain('<dc:creator>Regulars</dc:creator>');
    expect(texts.get('[Content_Types].xml')).toContain('/xl/worksheets/sheet1.xml');
  });

  it('holds every row once and in its order, however many slices and parts it took', async () => {
    aCrowd(BULK_ROWS + 500);
    const asked = { ...terms({ format: 'xlsx', sort: 'name' }), pin: MANAGER_PIN } as never;
    const sheet = await sheetOf(await exported('exports.members', asked));
    const expected = await listed({ sort: 'name', limit: 200, offset: 1300 });
    expect(sheet.rowCount).toBe(BULK_ROWS + 501);
    expect(expected.map((_, at) => sheet.getRow(at + 1302).getCell(1).text)).toEqual(expected.map(({ name }) => name));
    const names = new Set(Array.from({ length: BULK_ROWS + 500 }, (_, at) => sheet.getRow(at + 2).getCell(1).text));
    expect(names.size).toBe(BULK_ROWS + 500);
  });

  it('shows a product with its tax as a percentage and its barcode as a text', async () => {
    aProduct(served.shop, { barcode: '6901234567892', priceMinor: 8800 });
    const columns = ['barcode', 'taxRateBp', 'priceMinor'].map((id) => ({ id, heading: id }));
    const sheet = await sheetOf(await exported('exports.products', terms({ format: 'xlsx', columns })));
    expect((sheet.getRow(2).values as unknown[]).slice(1)).toEqual(['6901234567892', 0.13, 88]);
  });
});

describe('whoever exports', () => {
  it('is asked for the PIN again in bulk, by the main process, and a wrong one counts and is noted', async () => {
    aCrowd(BULK_ROWS);
    const asked = terms();
    expect(await asking('exports.members', asked)).toMatchObject({ ok: false, refusal: 'pin-again' });
    expect(await asking('exports.part', { exportId: asked.exportId, index: 0 })).toMatchObject({
      refusal: 'export-unknown',
    });
    expect(await asking('exports.members', { ...asked, pin: CLERK_PIN })).toMatchObject({ refusal: 'wrong-pin' });
    expect(log()).toMatchObject([{ action: 'export-refused' }]);
    const file = await exported('exports.members', { ...asked, pin: MANAGER_PIN } as never);
    expect(rowsOfCsv(file)).toHaveLength(BULK_ROWS + 1);
    for (let tried = 0; tried < 5; tried += 1) await asking('exports.members', { ...terms(), pin: '9999' });
    expect(await asking('exports.members', { ...terms(), pin: MANAGER_PIN })).toMatchObject({ refusal: 'locked-out' });
  });

  it('is not asked below that', async () => {
    aCrowd(BULK_ROWS - 1);
    expect(await asking('exports.members', terms())).toMatchObject({ ok: true });
  });

  it('gets full phone numbers only with the right to see them, and with the PIN', async () => {
    somePeople();
    const asked = terms({ fullPhones: true });
    expect(await asking('exports.members', asked)).toMatchObject({ refusal: 'pin-again' });
    const file = await exported('exports.members', { ...asked, pin: MANAGER_PIN } as never);
    expect(rowsOfCsv(file).find(([name]) => name === '王小明')?.[1]).toBe('13812345678');
    expect(log().at(-1)?.fields).toContain('full-phones');
    seat(served, 'window', 'clerk');
    expect(await asking('exports.members', { ...terms({ fullPhones: true }), pin: CLERK_PIN })).toMatchObject({
      refusal: 'right-missing',
    });
  });

  it('is in the log, once, with what was taken and no value of it', async () => {
    somePeople();
    const asked = terms({ q: '王小明' });
    await exported('exports.members', asked);
    await asking('exports.members', asked);
    expect(log()).toEqual([
      {
        action: 'export',
        fields: JSON.stringify([
          'members',
          'rows:1',
          'csv',
          ...COLUMNS.map(({ id }) => `column:${id}`),
          'filter:search',
        ]),
      },
    ]);
  });
});

describe('a file that is taken part by part', () => {
  it('gives a part again whose answer was lost, and no part out of turn', async () => {
    aCrowd(50);
    const asked = terms();
    await asking('exports.members', asked);
    const part = (index: number) => asking('exports.part', { exportId: asked.exportId, index });
    expect(await part(1)).toMatchObject({ refusal: 'export-unknown' });
    const first = await part(0);
    expect(first).toMatchObject({ ok: true, data: { doneRows: 50, isLast: true } });
    expect(await part(0)).toEqual(first);
  });

  it('is nobody else’s, and ends with a cancel or a sign-out', async () => {
    aCrowd(5);
    seat(served, 'other', 'manager');
    const asked = terms();
    await asking('exports.members', asked);
    const part = (window: string) => asking('exports.part', { exportId: asked.exportId, index: 0 }, window);
    expect(await part('other')).toMatchObject({ refusal: 'export-unknown' });
    seat(served, 'window', 'clerk');
    expect(await part('window')).toMatchObject({ refusal: 'export-unknown' });
    seat(served, 'window', 'manager');
    await asking('exports.cancel', { exportId: asked.exportId });
    expect(await part('window')).toMatchObject({ refusal: 'export-unknown' });
  });

  it('refuses another question under the same id, and an empty list', async () => {
    aCrowd(5);
    const asked = terms();
    await asking('exports.members', asked);
    expect(await asking('exports.members', { ...asked, format: 'xlsx' })).toMatchObject({
      refusal: 'export-id-reused',
    });
    expect(await asking('exports.members', terms({ q: '没有的人' }))).toMatchObject({ refusal: 'nothing-to-export' });
  });
});

it('the figures of a page become a workbook, each a number of its kind', async () => {
  const asked = {
    sheet: '活动成效',
    columns: [
      { heading: '指标', kind: 'text' },
      { heading: '估计值', kind: 'whole' },
    ],
    rows: [
      ['会员数', 900],
      ['销售', { kind: 'money', value: 123_456 }],
      ['占比', { kind: 'percent', value: 512 }],
      ['毛利', { kind: 'text', value: '=1+1' }],
      ['利润', null],
    ],
  };
  const answer = await asking('exports.figures', asked);
  const { base64 } = (answer as unknown as { readonly data: { readonly base64: string } }).data;
  const sheet = await sheetOf(Buffer.from(base64, 'base64'));
  const column = (at: number) => [2, 3, 4, 5, 6].map((row) => sheet.getRow(row).getCell(at));
  expect(column(2).map(({ value }) => value)).toEqual([900, 1234.56, 0.0512, expect.stringContaining('1+1'), null]);
  expect(column(2)[3]?.type).toBe(ExcelJS.ValueType.String);
  expect(column(2)[2]?.numFmt).toBe('0.00%');
});
