import type { exports as english } from '../en/exports.ts';
import type { SameKeys } from '../same-keys.ts';

export const exports: SameKeys<typeof english> = {
  action: '导出',
  title: '导出{{list}}',
  rows: '范围',
  asShown_other: '当前列表共 {{count, number}} 条，按现有筛选和排序',
  columns_other: '{{count, number}} 列',
  format: '文件格式',
  kind: { xlsx: 'Excel 工作簿（.xlsx）', csv: 'CSV 文件（.csv）' },
  kindHelp: {
    xlsx: '金额、日期可直接计算，条码等长数字不会变形。',
    csv: '供其他软件使用；UTF-8 编码，Excel 打开不乱码。',
  },
  fullPhones: '导出完整手机号',
  fullPhonesHelp: '不勾选则与列表一样隐去中间四位。',
  kept: '审计记录会留下导出人和导出内容。',
  keptWithPin: '审计记录会留下导出人和导出内容。导出前需再次输入密码。',
  whyPin_other: '导出 {{count, number}} 条及以上，请再次输入密码。',
  whyPinPhones_other: '导出完整手机号，请再次输入密码。',
  progress: '已导出 {{done}} / {{total}} 条',
  cancel: '停止导出',
  done_other: '已导出 {{count, number}} 条',
};
