import { expect, test } from 'vitest';
import { portOf } from './pos-api-draft.ts';

test.each([
  ['47610', 47_610],
  [' 1024 ', 1024],
  ['65535', 65_535],
  ['1023', null],
  ['65536', null],
  ['', null],
  ['4761x', null],
  ['1e4', null],
])('%j is the port %j', (port, expected) => expect(portOf({ port })).toBe(expected));
