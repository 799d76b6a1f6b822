import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import {
  CUSTOM_KINDS,
  type CustomField,
  decideOptions,
  type FieldOption,
  isNameFree,
  keptValue,
  keptValues,
  missingField,
} from './custom-fields.ts';

const fieldId = (n: number) => `019e4f2a-1c00-7000-8000-${String(n).padStart(12, '0')}` as Id<'member-field'>;
const aField = (n: number, facts: Partial<CustomField> = {}): CustomField => ({
  fieldId: fieldId(n),
  name: `field ${n}`,
  kind: 'text',
  options: [],
  required: false,
  retired: false,
  ...facts,
});
const SIZES: readonly FieldOption[] = [
  { key: 1, name: 'S', retired: false },
  { key: 2, name: 'M', retired: true },
];

describe('a value as it is kept', () => {
  it.each([
    ['text', '  Nike ', 'Nike'],
    ['text', ' ', null],
    ['text', 'x'.repeat(201), null],
    ['whole', ' 042 ', '42'],
    ['whole', '-0', '0'],
    ['whole', '4.5', null],
    ['whole', '9999999999', null],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-29', null],
    ['date', '28.2.2026', null],
    ['flag', 'yes', 'yes'],
    ['flag', 'true', null],
    ['choice', '2', '2'],
    ['choice', '3', null],
    ['choice', 'S', null],
  ] as const)('of %s "%s" is %s', (kind, text, kept) => {
    expect(keptValue({ kind, options: [...SIZES] }, text)).toBe(kept);
  });

  it('is kept as it is when it is given again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CUSTOM_KINDS), fc.oneof(fc.string(), fc.integer().map(String)), (kind, text) => {
        const kept = keptValue({ kind, options: [...SIZES] }, text);
        expect(kept === null ? null : keptValue({ kind, options: [...SIZES] }, kept)).toBe(kept);
      }),
    );
  });
});

describe('what is given for some fields', () => {
  const fields = [aField(1), aField(2, { kind: 'whole', required: true }), aField(3, { retired: true })];

  const reason = (given: Record<string, string | null>) => {
    const kept = keptValues(fields, given);
    return kept.ok ? null : kept.reason;
  };

  it('is kept in the order of the definitions; an empty text clears one', () => {
    expect(keptValues(fields, { [fieldId(2)]: '07', [fieldId(1)]: ' ' })).toEqual({
      ok: true,
      value: { [fieldId(1)]: null, [fieldId(2)]: '7' },
    });
  });

  it('is refused for a field that is unknown, retired or does not fit, unless it is cleared', () => {
    expect(reason({ [fieldId(9)]: 'x' })).toBe('field-unknown');
    expect(reason({ __proto__: null, constructor: 'x' } as never)).toBe('field-unknown');
    expect(reason({ [fieldId(3)]: 'x' })).toBe('field-retired');
    expect(reason({ [fieldId(3)]: null })).toBeNull();
    expect(reason({ [fieldId(2)]: 'many' })).toBe('field-value-invalid');
  });

  it('misses a required field that is empty, but not a retired one', () => {
    expect(missingField(fields, {})?.fieldId).toBe(fieldId(2));
    expect(missingField(fields, { [fieldId(2)]: null })?.fieldId).toBe(fieldId(2));
    expect(missingField(fields, { [fieldId(2)]: '1' })).toBeNull();
    expect(missingField([aField(4, { required: true, retired: true })], {})).toBeNull();
  });
});

const decided = (given: Parameters<typeof decideOptions>[1]) => {
  const options = decideOptions(SIZES, given);
  return options.ok ? options.value : options.reason;
};

describe('the options of a field', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

  it('keep every key that ever was, with one key for each', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 5 }), (rounds) => {
        let options: readonly FieldOption[] = [];
        for (const offered of rounds) {
          const before = options;
          const next = decideOptions(
            before,
            offered.map((name) => ({ key: null, name })),
          );
          if (!next.ok) throw new Error(next.reason);
          options = next.value;
          const keys = options.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          for (const { key, name } of before)
            expect(options).toContainEqual({ key, name, retired: !offered.includes(name) });
          expect(options.filter(({ retired }) => !retired).map(({ name }) => name)).toEqual(offered);
        }
      }),
    );
  });

  it('are renamed by their keys, and refused twice, empty or unknown', () => {
    expect(decided([{ key: 1, name: 'Small' }])).toEqual([
      { key: 1, name: 'Small', retired: false },
      { key: 2, name: 'M', retired: true },
    ]);
    expect(decided([])).toBe('field-needs-options');
    expect(
      decided([
        { key: 1, name: 'M' },
        { key: null, name: 'M' },
      ]),
    ).toBe('option-twice');
    expect(decided([{ key: 7, name: 'L' }])).toBe('option-unknown');
  });
});

it('two fields in use are never called the same', () => {
  const fields = [aField(1, { name: 'Shoe size' }), aField(2, { name: 'Car', retired: true })];
  expect(isNameFree(fields, 'Shoe size', fieldId(9))).toBe(false);
  expect(isNameFree(fields, 'Shoe size', fieldId(1))).toBe(true);
  expect(isNameFree(fields, 'Car', fieldId(9))).toBe(true);
});
