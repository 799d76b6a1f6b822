import type { Kind } from './kinds.ts';
import type { Fact } from './look-at-fact.ts';

/**
 * What every store can write already of what another wrote. The rest of what a kind's terms say is published stays at
 * headquarters until stores can hold it: points and coupons need holders that agree first.
 */
const WRITTEN_EVERYWHERE: readonly Kind[] = [
  'store',
  'member',
  'consent-event',
  'member-alias',
  'member-distinct',
  'member-standing',
  'member-erasure',
];

export const isPublished = ({ kind }: Fact): boolean => WRITTEN_EVERYWHERE.includes(kind);
