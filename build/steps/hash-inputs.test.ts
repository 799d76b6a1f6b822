import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashInputs } from './hash-inputs.ts';

describe('the hash of what a bundle is made from', () => {
  let root = '';
  const write = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  const hash = () => hashInputs(root, ['shared', 'package.json']);

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'inputs-'));
    write('package.json', '{}');
    write('shared/kernel/id.ts', 'export const id = 1;');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('stays while nothing changes', () => expect(hash()).toBe(hash()));

  it.each([
    ['the content of a file', () => write('shared/kernel/id.ts', 'export const id = 2;')],
    ['a new file', () => write('shared/kernel/money.ts', '')],
    ['the name of a file', () => renameSync(path.join(root, 'shared/kernel/id.ts'), path.join(root, 'shared/id.ts'))],
    ['a file named by itself', () => write('package.json', '{ }')],
  ])('changes with %s', (_what, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it('does not change with a test, which is in no bundle', () => {
    const before = hash();
    write('shared/kernel/id.test.ts', 'it');
    expect(hash()).toBe(before);
  });
});
