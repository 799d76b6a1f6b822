import type { colleagues as english } from '../en/colleagues.ts';
import type { SameKeys } from '../same-keys.ts';

export const colleagues: SameKeys<typeof english> = {
  title: '员工',
  add: '新增员工',
  edit: '修改 {{name}}',
  change: '修改',
  changeFor: '修改 {{name}}',
  newPin: '改密码',
  newPinFor: '改密码：{{name}}',
  name: '姓名',
  role: '岗位',
  roleHelp: '店员收银、开卡；店长还可以改价、调整积分、管理员工和设置。',
  state: '状态',
  active: '在岗',
  left: '已离职',
  worksHere: '在岗',
  worksHereHelp: '离职后立即退出登录，不能再登录；经手的记录仍保留姓名。',
  pin: '密码',
  pinHelp: '4 到 8 位数字，不能全部相同或是连号。审计记录只记设置过密码，不记密码本身。',
  pinBad: '密码是 4 到 8 位数字。',
  noPin: '未设密码',
  show: '显示密码',
  hide: '隐藏密码',
  added: '{{name}} 现在可以登录了。',
  saved: '已保存 {{name}}。',
  pinSet: '{{name}} 的新密码已生效。',
};
