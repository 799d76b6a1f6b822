import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/steps/run-program.ts';
import { MUTANTS } from './mutants.ts';

/** `npm run sim -- --mutants` plants them; here only that none has lost its place. */
it.each(MUTANTS)('a fault can be planted: $name', ({ file, find }) => {
  expect(readFileSync(path.join(root, file), 'utf8').split(find)).toHaveLength(2);
});
