import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest } from '../sync/chain.ts';
import { pinBegins, readEnrolmentCode, writeEnrolmentCode } from './enrolment-code.ts';

const digest: Digest = {
  sha256: (parts) => createHash('sha256').update(Buffer.concat(parts)).digest(),
  utf8: (text) => Buffer.from(text, 'utf8'),
};
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('an enrolment code', () => {
  it('is read as it was written, however it is typed', () => {
    fc.assert(
      fc.property(bytes(10), bytes(32), (secret, pin) => {
        const code = writeEnrolmentCode(secret, pin, digest);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
        const read = readEnrolmentCode(code, digest);
        expect(read?.pinBegins).toBe(pinBegins(pin));
        const asTyped = [
          code.toLowerCase(),
          code.replaceAll('-', ''),
          ` ${code.replaceAll('-', ' ')}\n`,
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
        ];
        for (const typed of asTyped) expect(readEnrolmentCode(typed, digest)).toEqual(read);
      }),
    );
  });

  it('says another secret for each of the 80 bits', () => {
    const pin = new Uint8Array(32);
    const secretOf = (secret: Uint8Array) => readEnrolmentCode(writeEnrolmentCode(secret, pin, digest), digest)?.secret;
    const all = Array.from({ length: 80 }, (_, bit) => {
      const secret = new Uint8Array(10);
      secret[bit >> 3] = 1 << (bit & 7);
      return secretOf(secret);
    });
    expect(new Set([secretOf(new Uint8Array(10)), ...all]).size).toBe(81);
  });

  it('with two neighbours changed about, or one character wrong, is nearly always known for no code', () => {
    let unnoticed = 0;
    let tried = 0;
    const random = fc.sample(fc.tuple(bytes(10), bytes(32), fc.nat(38)), { numRuns: 2000, seed: 5 });
    for (const [secret, pin, at] of random) {
      const code = writeEnrolmentCode(secret, pin, digest);
      const slip = code.slice(0, at) + (code[at] === '7' ? '8' : '7') + code.slice(at + 1);
      const turned = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
      for (const wrong of [slip, turned]) {
        if (wrong.replaceAll('-', '') === code.replaceAll('-', '')) continue;
        tried += 1;
        if (readEnrolmentCode(wrong, digest)) unnoticed += 1;
      }
    }
    expect(tried).toBeGreaterThan(3000);
    expect(unnoticed / tried).toBeLessThan(1 / 256);
  });

  it('is nothing shorter, longer or with other signs', () => {
    const code = writeEnrolmentCode(new Uint8Array(10), new Uint8Array(32), digest);
    for (const wrong of ['', '0', code.slice(1), `${code}0`, code.replace('0', 'U'), code.replace('0', '零')])
      expect(readEnrolmentCode(wrong, digest)).toBeNull();
  });
});
