import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKUP_KINDS, backupFileName, parseBackupName } from './backup-name.ts';

const name = fc.record({
  kind: fc.constantFrom(...BACKUP_KINDS),
  atMs: fc.integer({ min: 0, max: Date.UTC(2200, 0) }),
  lastSeq: fc.option(fc.integer({ min: 0, max: 999_999_999_999 })),
});

describe('the name of a backup', () => {
  it('says when it was made and what its last fact is', () =>
    expect(backupFileName({ kind: 'store', atMs: Date.UTC(2026, 2, 15, 4), lastSeq: 123 })).toBe(
      'store-2026-03-15T04-00-00-000Z-seq-123.db',
    ));

  it('is read back as it was written', () =>
    fc.assert(
      fc.property(name, (facts) => {
        expect(parseBackupName(backupFileName(facts))).toEqual(facts);
      }),
    ));

  it('sorts by time', () =>
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [first, second] = [a, b].map(({ atMs }) => backupFileName({ kind: 'store', atMs, lastSeq: 1 }));
        expect((first ?? '') < (second ?? '')).toBe(a.atMs < b.atMs);
      }),
    ));

  it.each(['store.db', 'store-2026-13-45T04-00-00-000Z-seq-1.db', 'store-2026-03-15T04-00-00-000Z-seq-1.db.tmp', '..'])(
    'is not %s',
    (text) => expect(parseBackupName(text)).toBeNull(),
  );
});
