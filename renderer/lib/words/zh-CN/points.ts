import type { points as english } from '../en/points.ts';
import type { SameKeys } from '../same-keys.ts';

export const points: SameKeys<typeof english> = {
  title: '积分',
};
