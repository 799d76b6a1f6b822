import { describe, expect, it } from 'vitest';
import type { ImportLook } from '../../../shared/contract/imports.contract.ts';
import { asksForDateOrder, draftFaults, firstDraft, keysUsed, withColumn } from './columns-draft.ts';

const look: ImportLook = {
  reading: { format: 'csv', encoding: 'utf-8', delimiter: ',' },
  sheets: [],
  headers: ['手机', '姓名', '生日'],
  rows: [{ row: 2, cells: ['13812340001', '林小雨', '5.3.1990'] }],
  mapping: { phone: 0, name: 1 },
  dateOrder: null,
  hasAmbiguousDates: false,
  decimalMark: '.',
};
const draft = firstDraft('members', look, null);

describe('what is chosen for a file', () => {
  it('begins with what is guessed, or with what was chosen for the same headers before', () => {
    expect(draft).toMatchObject({ mapping: { phone: 0, name: 1 }, policy: 'skip', dateOrder: null });
    expect(firstDraft('members', look, { phone: 1 }).mapping).toEqual({ phone: 1 });
    expect(firstDraft('members', look, { phone: 7 }).mapping).toEqual({ phone: 0, name: 1 });
  });

  it('gives a column to one field only', () => {
    expect(withColumn(draft.mapping, 'card', 0)).toEqual({ name: 1, card: 0 });
    expect(withColumn(draft.mapping, 'name', null)).toEqual({ phone: 0 });
  });

  it('knows members again by every key with a column, but for those taken out', () => {
    const mapping = { phone: 0, card: 1, email: 2 };
    expect(keysUsed({ ...draft, mapping })).toEqual(['phone', 'card', 'email']);
    expect(keysUsed({ ...draft, mapping, notBy: ['card'] })).toEqual(['phone', 'email']);
  });

  it('is asked for the order of day and month once a column of dates leaves it open', () => {
    expect(asksForDateOrder('members', look, draft)).toBe(false);
    expect(asksForDateOrder('members', look, { ...draft, mapping: { birthday: 2 } })).toBe(true);
  });
});

describe('what is still missing', () => {
  it('is named field by field', () => {
    expect(draftFaults('members', look, draft)).toEqual(new Map());
    expect(draftFaults('members', look, { ...draft, mapping: {} })).toEqual(new Map([['', 'nothing']]));
    expect(draftFaults('members', look, { ...draft, notBy: ['phone'] })).toEqual(new Map([['matchBy', 'matchBy']]));
    expect(draftFaults('members', look, { ...draft, notBy: ['phone'], policy: 'create' })).toEqual(new Map());
    expect(draftFaults('members', look, { ...draft, mapping: { birthday: 2 } })).toEqual(
      new Map([['dateOrder', 'dateOrder']]),
    );
    expect(draftFaults('products', look, { ...draft, mapping: { sku: 0 } })).toEqual(
      new Map([
        ['name', 'needed'],
        ['price', 'needed'],
      ]),
    );
  });
});
