import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsLength } from './sms-parts.ts';

describe('the length of an SMS', () => {
  it.each([
    ['', { alphabet: 'gsm-7', length: 0, parts: 0, left: 160 }],
    ['a'.repeat(160), { alphabet: 'gsm-7', length: 160, parts: 1, left: 0 }],
    ['a'.repeat(161), { alphabet: 'gsm-7', length: 161, parts: 2, left: 145 }],
    ['中'.repeat(70), { alphabet: 'ucs-2', length: 70, parts: 1, left: 0 }],
    ['中'.repeat(71), { alphabet: 'ucs-2', length: 71, parts: 2, left: 63 }],
    ['中'.repeat(134), { alphabet: 'ucs-2', length: 134, parts: 2, left: 0 }],
    // One euro takes two places; one Chinese character changes the alphabet of all.
    ['€'.repeat(80), { alphabet: 'gsm-7', length: 160, parts: 1, left: 0 }],
    [`${'a'.repeat(70)}中`, { alphabet: 'ucs-2', length: 71, parts: 2, left: 63 }],
    // What takes two places is not cut in two: 152 + 2 does not fit into 153.
    [`${'a'.repeat(152)}€${'a'.repeat(10)}`, { alphabet: 'gsm-7', length: 164, parts: 2, left: 141 }],
    [`${'中'.repeat(66)}😀${'中'.repeat(5)}`, { alphabet: 'ucs-2', length: 73, parts: 2, left: 60 }],
  ] as const)('of %j', (text, length) => expect(smsLength(text)).toEqual(length));

  it('grows with the text, and its parts hold it', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 20 }), (text, more) => {
        const [short, long] = [smsLength(text), smsLength(text + more)];
        expect(long.parts).toBeGreaterThanOrEqual(short.parts);
        expect(short.parts * (short.alphabet === 'gsm-7' ? 160 : 70)).toBeGreaterThanOrEqual(short.length);
        expect(short.left).toBeGreaterThanOrEqual(0);
      }),
    ));
});
