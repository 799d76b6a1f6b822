import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Id, idOf } from '../kernel/id.ts';
import { rowId } from './row-id.ts';

const digest = {
  sha256: (parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest(),
  utf8: (text: string) => Buffer.from(text, 'utf8'),
};
const IMPORT = '01936f5a-1c2e-7abc-8123-456789abcdef' as Id<'import'>;
const row = fc.integer({ min: 1, max: 0xff_ff_ff });

it('an id of a row is an id, always the same, and sorts as the rows do', () => {
  fc.assert(
    fc.property(row, row, (a, b) => {
      const [first, second] = [rowId(IMPORT, 'member', a, digest), rowId(IMPORT, 'member', b, digest)];
      expect(idOf('member').parse(first)).toBe(first);
      expect(rowId(IMPORT, 'member', a, digest)).toBe(first);
      expect(first < second).toBe(a < b);
      expect(rowId(IMPORT, 'product', a, digest)).not.toBe(first);
    }),
  );
});
