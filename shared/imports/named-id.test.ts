import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '../kernel/id.ts';
import type { Digest } from '../sync/chain.ts';
import { namedId } from './named-id.ts';

const digest: Digest = {
  sha256: (parts) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
  utf8: (text) => new TextEncoder().encode(text),
};

describe('an id by name', () => {
  it('is the same for the same row of the same import', () => {
    expect(namedId('an-import', 'purchase', '536365', digest)).toBe(namedId('an-import', 'purchase', '536365', digest));
  });

  it('is a UUIDv8 that the contracts take, whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (namespace, key) => {
        const id = namedId(namespace, 'member', key, digest);
        expect(id.charAt(14)).toBe('8');
        expect(idOf('member').safeParse(id).success).toBe(true);
      }),
    );
  });

  it('differs by import, by noun and by key, also where they would read alike in a row', () => {
    const ids = [
      namedId('ab', 'c', 'd', digest),
      namedId('a', 'bc', 'd', digest),
      namedId('a', 'b', 'cd', digest),
      namedId('a', 'c', 'd', digest),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
