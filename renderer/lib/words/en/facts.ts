import { units } from '../../../../shared/words/en/units.ts';

/** How single facts read: points, quantities, absent values. */
export const facts = {
  none: 'None',
  unknown: 'Not given',
  pos: 'POS: {{name}}',
  ...units,
} as const;
