import { expect, test } from 'vitest';
import { freeCode } from './free-code.ts';

test('a new till is offered the first code that none has', () => {
  expect(freeCode(['T1'])).toBe('T2');
  expect(freeCode(['T1', 'T3', 'FRNT'])).toBe('T2');
  expect(freeCode(['FRNT'])).toBe('T1');
});
