import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPlaceholders, PLACEHOLDERS, placeholdersIn, unknownPlaceholders } from './placeholders.ts';

const VALUES = Object.fromEntries(PLACEHOLDERS.map((each) => [each, `<${each}>`])) as Record<
  (typeof PLACEHOLDERS)[number],
  string
>;

describe('placeholders', () => {
  it('are written in either language', () => {
    expect(fillPlaceholders('{姓名}, {Name}, {expiring points} 到期', VALUES)).toEqual({
      text: '<name>, <name>, <expiringPoints> 到期',
    });
    expect(placeholdersIn('{姓名}{name}{积分}')).toEqual(['name', 'points']);
  });

  it('that mean nothing are named, and so are halves of braces', () => {
    expect(unknownPlaceholders('{姓名} {nickname} {')).toEqual(['{nickname}', '{']);
    expect(unknownPlaceholders('{姓名}')).toEqual([]);
  });

  it('without a value keep the text from being sent', () => {
    expect(fillPlaceholders('{券码}', { ...VALUES, couponCode: null })).toEqual({ missing: 'couponCode' });
  });

  it('put a value in as it is: one that looks like a placeholder is none', () =>
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(fillPlaceholders('{name}!', { ...VALUES, name })).toEqual({ text: `${name}!` });
      }),
    ));

  it('leave nothing in braces where none was unknown', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('{姓名}', '{points}', '您好', ' '), fc.string())), (parts) => {
        const text = parts.join('');
        fc.pre(unknownPlaceholders(text).length === 0);
        const filled = fillPlaceholders(text, VALUES);
        expect('text' in filled && /[{}]/.test(filled.text)).toBe(false);
      }),
    ));
});
