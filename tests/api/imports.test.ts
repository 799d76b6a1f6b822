import { afterAll, describe, expect, it } from 'vitest';
import type { ImportView } from '../../shared/contract/imports.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { type Answer, aServedStore, ask, seat } from './served-store.ts';

const served = await aServedStore();
const { host, shop } = served;
seat(served, 'window', 'manager');
afterAll(() => host.close());

const act = (name: string, input: unknown): Promise<Answer> =>
  ask(host, 'window', { path: `imports.${name}`, type: 'mutation' }, input);
const see = (name: string, input: unknown): Promise<Answer> =>
  ask(host, 'window', { path: `imports.${name}`, type: 'query' }, input);
const answered = (answer: Answer): unknown => {
  if (!answer.ok) throw new Error(`${answer.code} ${answer.refusal}`);
  return answer.data;
};
const refusalOf = (answer: Answer): string | null => (answer.ok ? 'answered' : answer.refusal);

async function sent(text: string, target = 'members', fileName = 'list.csv'): Promise<Id<'import'>> {
  const importId = shop.ids<'import'>();
  const bytes = Buffer.from(text);
  answered(await act('begin', { importId, target, fileName, sizeBytes: bytes.length }));
  answered(await act('upload', { importId, offset: 0, base64: bytes.toString('base64') }));
  return importId;
}

async function until(importId: Id<'import'>, phase: ImportView['phase']): Promise<ImportView> {
  for (;;) {
    const view = answered(await see('state', { importId })) as ImportView;
    if (view.phase === phase && !view.isRunning) return view;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const TERMS = { dateOrder: null, decimalMark: '.', policy: 'skip', matchBy: ['phone', 'card'], source: '' };
const reading = { format: 'csv', encoding: 'utf-8', delimiter: ',' };

const begin = (fileName: string, sizeBytes: number): Promise<Answer> =>
  act('begin', { importId: shop.ids(), target: 'members', fileName, sizeBytes });

describe('a window', () => {
  it('takes a file from its first byte to an undone import', async () => {
    const topics: string[] = [];
    host.changes.listen((published) => topics.push(...published));
    const importId = await sent('手机,姓名\n13812340001,甲\n138,乙\n=1+1,丙\n');
    const look = answered(await act('look', { importId })) as { mapping: unknown; rows: unknown };
    expect(look).toMatchObject({ reading, headers: ['手机', '姓名'], mapping: { phone: 0, name: 1 } });
    answered(await act('check', { importId, reading, mapping: look.mapping, ...TERMS }));
    expect(await until(importId, 'checked')).toMatchObject({ added: 1, leftOut: 2, hasFaults: true, done: 3 });

    const faults = answered(await see('faults', { importId })) as { total: number; rows: unknown[] };
    expect(faults).toMatchObject({
      total: 2,
      headers: ['手机', '姓名'],
      rows: [
        { row: 3, cells: ['138', '乙'], faults: [{ field: 'phone', reason: 'phone-invalid' }] },
        { row: 4, cells: ['=1+1', '丙'], faults: [{ field: 'phone', reason: 'formula' }] },
      ],
    });
    expect(answered(await see('faultFile', { importId, language: 'zh-CN' }))).toEqual({
      text: [
        '\uFEFF手机,姓名,错误说明',
        '138,乙,手机号：不是有效的电话号码，请核对位数；境外号码以 + 和国家码开头。',
        "'=1+1,丙,手机号：这是公式，不是数值。请粘贴为数值后再导入。",
        '',
      ].join('\r\n'),
      nextAfterRow: null,
    });

    answered(await act('start', { importId }));
    expect(await until(importId, 'applied')).toMatchObject({ added: 1, leftOut: 2, startedBy: '陈经理' });
    answered(await act('undo', { importId }));
    expect(await until(importId, 'undone')).toMatchObject({ kept: 0, undoneBy: '陈经理' });
    expect(answered(await see('kept', { importId }))).toEqual({ total: 0, rows: [] });
    expect(answered(await see('list', {}))).toMatchObject({
      total: 1,
      rows: [{ importId, phase: 'undone', fileName: 'list.csv' }],
    });
    expect(new Set(topics)).toEqual(new Set(['imports', 'members', 'products', 'purchases', 'points']));
  });

  it('may send a piece twice, and is told when one went missing', async () => {
    const importId = shop.ids<'import'>();
    const file = { importId, target: 'members', fileName: 'list.csv', sizeBytes: 8 };
    answered(await act('begin', file));
    answered(await act('begin', file));
    expect(refusalOf(await act('begin', { ...file, sizeBytes: 9 }))).toBe('import-id-reused');
    const piece = { importId, offset: 0, base64: Buffer.from('a,b\n').toString('base64') };
    for (let time = 0; time < 2; time += 1) expect(answered(await act('upload', piece))).toEqual({ receivedBytes: 4 });
    expect(refusalOf(await act('upload', { ...piece, offset: 5 }))).toBe('upload-gap');
    expect(refusalOf(await act('upload', { ...piece, offset: 4, base64: Buffer.alloc(9).toString('base64') }))).toBe(
      'upload-gap',
    );
    expect(refusalOf(await act('look', { importId }))).toBe('upload-unfinished');
    answered(await act('cancel', { importId }));
    expect(refusalOf(await see('state', { importId }))).toBe('import-unknown');
  });

  it('is told what cannot be imported, before a byte is sent', async () => {
    expect(refusalOf(await begin('会员.xls', 100))).toBe('old-workbook');
    expect(refusalOf(await begin('会员.pdf', 100))).toBe('file-kind-unknown');
    expect(refusalOf(await begin('会员.csv', 201 * 1024 * 1024))).toBe('file-too-large');
    expect(refusalOf(await begin('会员.xlsx', 51 * 1024 * 1024))).toBe('file-too-large');
  });

  it('is told what a check and a start still need', async () => {
    const importId = await sent('货号,商品名称,售价\nA,茶,1\n', 'products');
    const check = (more: object) =>
      act('check', { importId, reading, mapping: { sku: 0, name: 1, price: 2 }, ...TERMS, ...more });
    expect(refusalOf(await act('start', { importId }))).toBe('not-checked');
    expect(refusalOf(await check({ mapping: { sku: 0, name: 1 } }))).toBe('mapping-incomplete');
    expect(refusalOf(await check({ mapping: { sku: 0, name: 1, price: 1 } }))).toBe('column-twice');
    expect(refusalOf(await check({ policy: 'create' }))).toBe('policy-unfit');
    expect(refusalOf(await check({ reading: { format: 'xlsx', sheet: 'a' } }))).toBe('mapping-incomplete');
    for (const name of ['pause', 'resume', 'undo'])
      expect(refusalOf(await act(name, { importId }))).not.toBe('answered');
    answered(await act('cancel', { importId }));
    const broken = await sent('手机\n138\n');
    answered(await act('check', { importId: broken, reading, mapping: { phone: 0 }, ...TERMS }));
    await until(broken, 'checked');
    expect(refusalOf(await act('start', { importId: broken }))).toBe('nothing-to-import');
    answered(await act('cancel', { importId: broken }));
  });

  it('is told in words what a file is that cannot be read', async () => {
    const importId = await sent('no zip at all', 'members', 'list.xlsx');
    expect(refusalOf(await act('look', { importId }))).toBe('workbook-unreadable');
    answered(await act('cancel', { importId }));
  });
});
