import { expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { type Colleague, isSomebodyInCharge } from './in-charge.ts';

const somebody = (facts: Partial<Colleague>): Colleague => ({
  staffId: 'a' as Id<'staff'>,
  role: 'manager',
  active: true,
  hasPin: true,
  ...facts,
});

it('somebody is in charge while one manager can sign in', () => {
  expect(isSomebodyInCharge([somebody({ role: 'clerk' }), somebody({})])).toBe(true);
  expect(isSomebodyInCharge([somebody({ role: 'hq-administrator' })])).toBe(true);
});

it.each([
  ['nobody works here', []],
  ['only clerks do', [somebody({ role: 'clerk' })]],
  ['the manager left', [somebody({ active: false })]],
  ['the manager has no PIN', [somebody({ hasPin: false })]],
] as const)('nobody is in charge where %s', (_, staff) => expect(isSomebodyInCharge(staff)).toBe(false));
