import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { asReferralCode, idEndOf, referralCode } from './referral-code.ts';

const anId = fc.uuid({ version: 7 }).map((id) => id as Id<'member'>);

describe('the code of a member', () => {
  it('leads back to the end of the member’s id', () =>
    fc.assert(
      fc.property(anId, (id) => {
        const code = referralCode(id);
        expect(asReferralCode(code)).toBe(code);
        expect(Buffer.from(idEndOf(code)).toString('hex')).toBe(id.slice(-10));
      }),
    ));

  it('is understood however it is typed, and what can be none is none', () => {
    expect(asReferralCode('o1il-2z7k')).toBe('01112Z7K');
    expect(asReferralCode('ＡＢＣＤ ＥＦＧＨ')).toBe('ABCDEFGH');
    for (const typed of ['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFGU', '13812345678'])
      expect(asReferralCode(typed)).toBeNull();
  });
});
