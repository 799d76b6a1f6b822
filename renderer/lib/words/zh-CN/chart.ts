import type { chart as english } from '../en/chart.ts';
import type { SameKeys } from '../same-keys.ts';

export const chart: SameKeys<typeof english> = {
  asTable: '看表格',
  asChart: '看图表',
  savePng: '保存为图片',
};
