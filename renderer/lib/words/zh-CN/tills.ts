import type { tills as english } from '../en/tills.ts';
import type { SameKeys } from '../same-keys.ts';

export const tills: SameKeys<typeof english> = {
  title: '收银台',
  code: '代码',
  codeHelp: '会出现在每张小票号里，例如 {{example}}。以后不能修改。',
  codeBad: '请填不超过 4 位的大写字母和数字，例如 T2。',
  name: '名称',
  nameHelp: '位置或用途，例如“前台”。可以不填。',
  noName: '未命名',
  lastReceipt: '最近小票',
  noReceipt: '还没有',
  lastUsed: '最近使用',
  never: '从未使用',
  here: '本机',
  add: '新增收银台',
  added: '已新增收银台 {{code}}',
  rename: '改名',
  renameFor: '改名：收银台 {{code}}',
  renamed: '收银台 {{code}} 已改名为“{{name}}”',
  choose: '用作本机',
  chooseFor: '用作本机：收银台 {{code}}',
  chooseTitle: '把本机设为收银台 {{code}}？',
  chooseBody: '今后本机的小票、班次和扫码枪设置都按 {{code}}。其他电脑不能同时使用 {{code}}，否则会开出相同的小票号。',
  chosen: '本机已设为收银台 {{code}}',
};
