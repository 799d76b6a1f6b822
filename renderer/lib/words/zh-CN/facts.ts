import { units } from '../../../../shared/words/zh-CN/units.ts';
import type { facts as english } from '../en/facts.ts';
import type { SameKeys } from '../same-keys.ts';

export const facts: SameKeys<typeof english> = {
  none: '无',
  unknown: '未填写',
  pos: '收银软件：{{name}}',
  ...units,
};
