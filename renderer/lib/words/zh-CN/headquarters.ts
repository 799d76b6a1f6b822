import type { headquarters as english } from '../en/headquarters.ts';
import type { SameKeys } from '../same-keys.ts';

/** The link between this store and headquarters. */
export const headquarters: SameKeys<typeof english> = {
  title: '总部',
  body: '各门店把数据上传总部，并接收其他门店的数据，会员在每家店都能认出。没有总部或断网时本店照常工作，数据稍后补传。',
  address: '总部地址',
  addressHelp: '名称或 IP 地址加端口，如 192.168.1.20:7443',
  addressMissing: '请输入总部显示的地址。',
  code: '注册码',
  codeHelp: '由总部提供，共八组、每组四位，15 分钟内有效，限用一次。',
  codeMissing: '请输入总部显示的注册码。',
  enrol: '注册本店',
  enrolled: '注册成功，总部登记的店名为“{{name}}”',
  again: '重新注册',
  at: '地址',
  state: '状态',
  inStep: '已同步，数据已全部上传',
  running: '正在与总部同步……',
  waiting_other: '{{count, number}} 条变更待上传',
  called: '总部登记的店名',
  lastExchange: '上次同步',
  never: '尚未同步',
  pin: '总部密钥',
  copyPin: '复制总部密钥',
  frozen: '本机数据曾被恢复或复制。总部补回缺失数据之前暂不能兑换积分，其他功能照常。',
  syncNow: '立即同步',
  synced: '已全部上传总部',
  dotInStep: '已与总部同步，{{time}}',
  dotNever: '尚未与总部同步',
};
