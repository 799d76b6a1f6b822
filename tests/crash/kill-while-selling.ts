import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { openShop, type Shop } from '../fixtures/shop.ts';
import { expectLaws } from '../laws/expect-laws.ts';

const SELLING = path.join(import.meta.dirname, 'selling-process.ts');

/** Started twenty times and more: what Node makes of the source is kept. */
const QUICK = { ...process.env, NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'regulars-compiled') };

/** Sells in another process, kills it (`kill -9`) so long after its first word, and returns what it acknowledged. */
export function sellAndKill(file: string, afterMs: number): Promise<Id<'purchase'>[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SELLING, file], { stdio: ['ignore', 'pipe', 'inherit'], env: QUICK });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
    child.once('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledgedIn(printed));
      else reject(new Error('the selling process ended by itself'));
    });
  });
}

/** Whole lines only: the last one may have been cut off. */
const acknowledgedIn = (printed: string): Id<'purchase'>[] =>
  printed
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'ready') as Id<'purchase'>[];

function expectSold({ store }: Shop, purchaseId: Id<'purchase'>): void {
  const receipt = receiptOf(store, purchaseId);
  expect(receipt, `the acknowledged sale ${purchaseId}`).toMatchObject({ netMinor: 2000, lines: [{}, {}] });
  expect(receipt?.tenders.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(2000);
}

/** Opens a store after a kill: nothing acknowledged is lost, and no law is broken. */
export function expectWhole(file: string, acknowledged: readonly Id<'purchase'>[]): void {
  const shop = openShop(file);
  const { db } = shop.store;
  expect(db.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  for (const purchaseId of acknowledged) expectSold(shop, purchaseId);
  expectLaws(db);
  db.close();
}
