import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.mjs';

describe('one at a time', () => {
  let folder = '';
  const lock = () => path.join(folder, '.out/installing');
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('holds the lock during the act and gives it back, also when the act fails', () => {
    expect(oneAtATime(lock(), () => existsSync(lock()))).toBe(true);
    expect(existsSync(lock())).toBe(false);
    expect(() => oneAtATime(lock(), () => JSON.parse('{'))).toThrow(SyntaxError);
    expect(existsSync(lock())).toBe(false);
  });

  it('waits for a process that has the lock', () => {
    oneAtATime(lock(), () => {});
    writeFileSync(lock(), String(process.pid));
    const source = `setTimeout(() => require('node:fs').rmSync(${JSON.stringify(lock())}), 400)`;
    const release = new Worker(source, { eval: true });
    const began = performance.now();
    expect(oneAtATime(lock(), () => performance.now() - began)).toBeGreaterThan(250);
    void release.terminate();
  });

  it('takes the lock of a process that has died', () => {
    oneAtATime(lock(), () => {});
    writeFileSync(lock(), '999999999');
    expect(oneAtATime(lock(), () => 'done')).toBe('done');
  });
});
