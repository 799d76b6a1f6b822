import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeShop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { findStrace } from './find-strace.ts';

const SELLING = path.join(import.meta.dirname, 'selling-process.ts');
const COMMITTING = path.join(import.meta.dirname, 'committing-process.ts');
const SALES = 30;

/** How often a program synced the write-ahead log to the disk, as the kernel saw it. */
function syncsOfLog(program: string, ...args: string[]): number {
  const trace = path.join(tempFolder(), 'trace');
  const traced = spawnSync(
    'strace',
    ['-f', '-y', '-e', 'trace=fdatasync,fsync', '-o', trace, process.execPath, program, ...args],
    { encoding: 'utf8' },
  );
  if (traced.status !== 0) throw new Error(`strace: ${traced.stderr}`);
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((call) => /(fdatasync|fsync)\(\d+<[^>]*-wal>/.test(call)).length;
}

describe.skipIf(!findStrace())('the disk is told', () => {
  it('of every acknowledged sale, at least once each', () => {
    const file = path.join(tempFolder('disk'), 'store.db');
    makeShop(file).store.db.close();
    const without = syncsOfLog(SELLING, file, '0');
    expect(syncsOfLog(SELLING, file, String(SALES)) - without).toBeGreaterThanOrEqual(SALES);
  });

  it('of every commit with FULL, and of almost none with NORMAL: the count tells them apart', () => {
    const commits = (synchronous: 'FULL' | 'NORMAL') =>
      syncsOfLog(COMMITTING, path.join(tempFolder('disk'), 'store.db'), synchronous, String(SALES));
    expect(commits('FULL')).toBeGreaterThanOrEqual(SALES);
    expect(commits('NORMAL')).toBeLessThan(SALES / 2);
  });
});
