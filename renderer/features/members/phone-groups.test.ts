import { expect, test } from 'vitest';
import { phoneGroups } from './phone-groups.ts';

test('a Chinese mobile reads in groups, any other stays', () => {
  expect(phoneGroups('+8613800138000')).toBe('138 0013 8000');
  expect(phoneGroups('+85291234567')).toBe('+85291234567');
});
