import { describe, expect, it } from 'vitest';
import { IMPORT_WORDS } from '../words/import-faults.ts';
import { guessMapping, headerSignature } from './guess-mapping.ts';
import { TARGETS, targetOf } from './targets.ts';

describe('columns', () => {
  it.each(TARGETS)('of the empty template for %s are all recognised, in both languages', (target) => {
    const fields = Object.keys(targetOf(target).fields);
    for (const { importFields } of Object.values(IMPORT_WORDS)) {
      const names: Readonly<Record<string, { readonly name: string }>> = importFields[target];
      const mapping = guessMapping(
        target,
        fields.map((field) => names[field]?.name ?? ''),
      );
      expect(mapping).toEqual(Object.fromEntries(fields.map((field, column) => [field, column])));
    }
  });

  it('are recognised whatever their case, width, spaces and what stands in brackets', () => {
    expect(guessMapping('members', ['会员姓名（必填）', ' Mobile_Phone ', 'Ｅ-mail', 'Card No.', '最近消费'])).toEqual({
      name: 0,
      phone: 1,
      email: 2,
      card: 3,
    });
  });

  it('are each given to one field', () => {
    const mapping = guessMapping('products', ['商品名称', '名称', '商品编码', '单价', '售价']);
    expect(mapping).toMatchObject({ name: 0, sku: 2, price: 4 });
    expect(new Set(Object.values(mapping)).size).toBe(Object.keys(mapping).length);
  });

  it('with the same names in the same order are remembered alike', () => {
    expect(headerSignature('members', ['手机', '姓名 '])).toBe(headerSignature('members', ['手机', '姓名']));
    expect(headerSignature('members', ['手机', '姓名'])).not.toBe(headerSignature('members', ['姓名', '手机']));
    expect(headerSignature('members', ['手机'])).not.toBe(headerSignature('cards', ['手机']));
  });
});
