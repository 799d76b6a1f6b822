import type { DoorProblem } from './door.ts';

/** Why a store and headquarters do not come together, as a person at the store is told. */
export const HQ_REFUSALS = [
  'hq-address-bad',
  'hq-code-mistyped',
  /** Nobody answers. */
  'hq-unreachable',
  /** Somebody answers who is no headquarters. */
  'hq-not-there',
  /** Another headquarters than the one whose key is pinned, or that made the code. */
  'hq-is-another',
  'hq-code-refused',
  'hq-code-expired',
  'hq-store-known',
  'hq-other-store',
  /** The key of this store is heard no longer, or lies on another computer. */
  'hq-key-ended',
  /** Headquarters is too busy, or its disk is full: it is asked again by itself. */
  'hq-busy',
  /** The two programs do not understand each other. */
  'hq-misunderstood',
  'hq-not-enrolled',
] as const;
export type HqRefusal = (typeof HQ_REFUSALS)[number];

const OF_PROBLEM: Partial<Record<DoorProblem, HqRefusal>> = {
  'code-wrong': 'hq-code-refused',
  'code-used': 'hq-code-refused',
  'code-expired': 'hq-code-expired',
  'store-known': 'hq-store-known',
  'other-store': 'hq-other-store',
  'key-unknown': 'hq-key-ended',
  'device-revoked': 'hq-key-ended',
  'too-many-requests': 'hq-busy',
  'too-slow': 'hq-busy',
  'disk-full': 'hq-busy',
  internal: 'hq-busy',
};

export const refusalOfProblem = (problem: DoorProblem): HqRefusal => OF_PROBLEM[problem] ?? 'hq-misunderstood';
