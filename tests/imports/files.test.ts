import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { FileRefusedError, type FileRow } from '../../electron/features/imports/files/file-row.ts';
import { readFile } from '../../electron/features/imports/files/read-file.ts';
import { findDelimiter, findEncoding } from '../../electron/features/imports/files/read-text-file.ts';
import { findSheets } from '../../electron/features/imports/files/read-workbook.ts';
import { lookAtFile } from '../../electron/features/imports/look-at-file.ts';
import type { Encoding, Reading } from '../../shared/imports/reading.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

const folder = tempFolder();
let count = 0;
function aFile(content: string | Buffer): string {
  const file = path.join(folder, `file-${count++}`);
  fs.writeFileSync(file, content);
  return file;
}

async function rowsOf(file: string, reading: Reading): Promise<FileRow[]> {
  const all: FileRow[] = [];
  for await (const { rows } of readFile(file, reading)) all.push(...rows);
  return all;
}

async function readAsFound(file: string) {
  const encoding = await findEncoding(file);
  const reading = { format: 'csv', encoding, delimiter: await findDelimiter(file, encoding) } as const;
  return { ...reading, cells: (await rowsOf(file, reading)).map(({ cells }) => cells) };
}

const refusalOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof FileRefusedError ? error.reason : String(error)),
  );

describe('a CSV file', () => {
  it('as Excel for China saves it is read in GB18030, and its columns are recognised', async () => {
    const file = path.join(import.meta.dirname, 'files/members-gbk.csv');
    const look = await lookAtFile(file, 'csv', 'members', null);
    expect(look).toMatchObject({
      reading: { encoding: 'gb18030', delimiter: ',' },
      dateOrder: null,
      hasAmbiguousDates: false,
    });
    expect(look.rows[0]).toEqual({
      row: 2,
      cells: [
        '10001',
        '林小雨',
        '13812340001',
        '80010001',
        '女',
        '1990/3/5',
        '金卡',
        '1,280',
        '2019/6/18',
        '杭州市西湖区文三路 1 号，2 单元',
        '老顾客，喜欢“龙井”',
      ],
    });
    expect(look.mapping).toEqual({
      externalId: 0,
      name: 1,
      phone: 2,
      card: 3,
      gender: 4,
      birthday: 5,
      tier: 6,
      points: 7,
      enrolledOn: 8,
      address: 9,
      note: 10,
    });
  });

  it.each<[Encoding, Buffer]>([
    ['utf-8', Buffer.from('姓名;电话\n张伟;1')],
    ['utf-8', Buffer.from('\uFEFF姓名;电话\n张伟;1')],
    ['utf-16le', Buffer.from('\uFEFF姓名;电话\n张伟;1', 'utf16le')],
    ['utf-16le', Buffer.from('name;phone\nZhang;1', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFF姓名;电话\n张伟;1', 'utf16le').swap16()],
    ['gb18030', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x3b, 0xb5, 0xe7, 0xbb, 0xb0])],
  ])('in %s is known by its bytes', async (encoding, bytes) => {
    const found = await readAsFound(aFile(bytes));
    expect(found).toMatchObject({ encoding, delimiter: ';' });
    expect(found.cells[0]?.[0]).toMatch(/^(?:姓名|name)$/);
  });

  it.each([
    [',', 'a,b;c,d\n1,2;3,4\n'],
    [';', 'a;b;c\n1,5;2,5;3\n'],
    ['\t', 'a\tb, c\n1\t2\n'],
    ['|', 'a|b\n1|2\n'],
    [',', '"a;1","b;2"\n"3;;;","4"\n'],
    [',', 'one column\nonly\n'],
  ])('is cut at %j', async (delimiter, text) => {
    expect(await readAsFound(aFile(text))).toMatchObject({ delimiter });
  });

  it('may hold delimiters, quotation marks and line breaks in its cells', async () => {
    const file = aFile('name,note\r\n"Wang, A","says ""hi""\r\nand goes"\r\n\r\nLi,\r\n');
    const rows = await rowsOf(file, { format: 'csv', encoding: 'utf-8', delimiter: ',' });
    expect(rows).toEqual([
      { row: 1, cells: ['name', 'note'], quotesBroken: false },
      { row: 2, cells: ['Wang, A', 'says "hi"\r\nand goes'], quotesBroken: false },
      { row: 4, cells: ['Li', ''], quotesBroken: false },
    ]);
  });

  it('of 50 MB is read whole, also where its cells stand across the pieces in which it is read', async () => {
    const line = `13800138000,"王小明, 又名""大明""\n${'备注'.repeat(60)}",88\r\n`;
    const lines = Math.ceil((50 * 1024 * 1024) / Buffer.byteLength(line));
    const file = aFile(`phone,name,points\r\n${line.repeat(lines)}`);
    expect(fs.statSync(file).size).toBeGreaterThan(50 * 1024 * 1024);
    expect(await findEncoding(file)).toBe('utf-8');
    let rows = 0;
    let differing = 0;
    const first = `王小明, 又名"大明"\n${'备注'.repeat(60)}`;
    for await (const batch of readFile(file, { format: 'csv', encoding: 'utf-8', delimiter: ',' }))
      for (const { row, cells } of batch.rows) {
        rows += 1;
        if (row > 1 && (cells.length !== 3 || cells[1] !== first)) differing += 1;
      }
    expect({ rows, differing }).toEqual({ rows: lines + 1, differing: 0 });
  });

  it('that is none is refused in words', async () => {
    expect(await refusalOf(findEncoding(aFile('')))).toBe('file-empty');
    expect(await refusalOf(findEncoding(aFile(Buffer.concat([Buffer.alloc(64), randomBytes(4096)]))))).toBe(
      'file-not-text',
    );
    expect(await refusalOf(lookAtFile(aFile('--,**,\n1,2,3'), 'csv', 'members', null))).toBe('header-missing');
  });
});

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** What its headers claim, where that is not the truth. */
  readonly claims?: number;
}

/** A zip written by hand, so that it can lie. */
function aZip(parts: readonly Part[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims = bytes.length } of parts) {
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail.subarray(0, 14), Buffer.from(name)]),
    );
    chunks.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listed, end]);
}

const part = (name: string, text: string): Part => ({ name, bytes: Buffer.from(text) });
const RELATIONS = part(
  'xl/_rels/workbook.xml.rels',
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
);
const WORKBOOK = part(
  'xl/workbook.xml',
  '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="会员" sheetId="1" r:id="rId1"/></sheets></workbook>',
);
const sheet = (rows: string, head = '<?xml version="1.0"?>') =>
  `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>手机</t></is></c></row>';
const readSheet = (file: string) => rowsOf(file, { format: 'xlsx', sheet: '会员' });

describe('an Excel workbook', () => {
  it('is read sheet by sheet: values and not formulas, dates as dates, long numbers as they stand', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('说明').addRow(['nothing here']);
    const list = book.addWorksheet('会员');
    list.addRow(['手机', '生日', '积分', '卡号', '入会', '说明']);
    list.addRow([
      13_800_138_000,
      new Date(Date.UTC(1990, 2, 15)),
      { formula: 'SUM(1,2)', result: 3 },
      '00800100',
      new Date(Date.UTC(2020, 0, 2, 8, 30)),
      { richText: [{ text: '老' }, { text: '顾客' }] },
    ]);
    list.addRow([]);
    list.addRow([6.222e18, { formula: 'A1' }, 0.1 + 0.2, { error: '#N/A' }, true, '']);
    const file = path.join(folder, 'book.xlsx');
    await book.xlsx.writeFile(file);
    expect(await findSheets(file)).toEqual(['说明', '会员']);
    expect(await readSheet(file)).toEqual([
      { row: 1, cells: ['手机', '生日', '积分', '卡号', '入会', '说明'], quotesBroken: false },
      {
        row: 2,
        cells: ['13800138000', '1990-03-15', '3', '00800100', '2020-01-02 08:30', '老顾客'],
        quotesBroken: false,
      },
      { row: 4, cells: ['6.222e+18', '=A1', '0.3', '#N/A', 'TRUE'], quotesBroken: false },
    ]);
    expect(await refusalOf(rowsOf(file, { format: 'xlsx', sheet: '别的' }))).toBe('sheet-unknown');
  });

  it('is read when another program wrote it, with its parts in any order and no shared strings', async () => {
    const file = aFile(aZip([part('xl/worksheets/sheet1.xml', sheet(ROW)), WORKBOOK, RELATIONS]));
    expect(await readSheet(file)).toEqual([{ row: 1, cells: ['手机'], quotesBroken: false }]);
  });

  it('that unpacks to far more than it weighs is refused by what it claims', async () => {
    const bomb = aZip([
      RELATIONS,
      WORKBOOK,
      { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(64 * 1024 * 1024, 32) },
    ]);
    expect(bomb.length).toBeLessThan(100 * 1024);
    expect(await refusalOf(readSheet(aFile(bomb)))).toBe('workbook-too-large');
  });

  it('that lies about its size is refused when more comes than it claimed', async () => {
    const bytes = Buffer.from(sheet('<row r="1"/>'.repeat(5_000_000)));
    const bomb = aZip([RELATIONS, WORKBOOK, { name: 'xl/worksheets/sheet1.xml', bytes, claims: 1000 }]);
    expect(await refusalOf(readSheet(aFile(bomb)))).toBe('workbook-unreadable');
  });

  it('with more parts than any list needs is refused', async () => {
    const parts = Array.from({ length: 1_200 }, (_, index) => part(`xl/media/${index}.xml`, ''));
    expect(await refusalOf(readSheet(aFile(aZip([RELATIONS, WORKBOOK, ...parts]))))).toBe('workbook-too-large');
  });

  it.each([
    ['../../evil.xml', 'workbook-unreadable'],
    ['xl/../../evil.xml', 'workbook-unreadable'],
    ['payload.exe', 'workbook-strange'],
    ['xl/media/a\u0001.xml', 'workbook-strange'],
  ])('with a part called %j is refused', async (name, reason) => {
    expect(await refusalOf(readSheet(aFile(aZip([RELATIONS, WORKBOOK, part(name, 'x')]))))).toBe(reason);
  });

  it('with a workbook in its sheet is refused', async () => {
    const inner = aZip([RELATIONS, WORKBOOK]);
    const file = aFile(aZip([RELATIONS, WORKBOOK, { name: 'xl/worksheets/sheet1.xml', bytes: inner }]));
    expect(await refusalOf(readSheet(file))).toBe('workbook-strange');
  });

  it('whose XML declares entities is refused, wherever it does', async () => {
    const laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>';
    const file = aFile(aZip([RELATIONS, WORKBOOK, part('xl/worksheets/sheet1.xml', sheet(ROW, laughs))]));
    expect(await refusalOf(readSheet(file))).toBe('workbook-strange');
    const utf16 = Buffer.from(`\uFEFF${sheet(ROW, laughs)}`, 'utf16le');
    const hidden = aFile(aZip([RELATIONS, WORKBOOK, { name: 'xl/worksheets/sheet1.xml', bytes: utf16 }]));
    expect(await refusalOf(readSheet(hidden))).toBe('workbook-strange');
  });

  it('that is of the old kind, has a password, or is none, is refused in words of its own', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), randomBytes(2048)]);
    expect(await refusalOf(findSheets(aFile(old)))).toBe('old-workbook');
    expect(await refusalOf(findSheets(aFile('no zip')))).toBe('workbook-unreadable');
    expect(await refusalOf(findSheets(aFile(aZip([part('word/document.xml', '')]))))).toBe('workbook-strange');
    expect(await refusalOf(findSheets(aFile(aZip([part('xl/other.xml', '')]))))).toBe('workbook-unreadable');
  });
});
