import type { bulk as english } from '../en/bulk.ts';
import type { SameKeys } from '../same-keys.ts';

export const bulk: SameKeys<typeof english> = {
  action: '批量操作…',
  members: {
    suspend: '停用…',
    reinstate: '恢复…',
    'withdraw-consent': '撤回授权…',
    'set-source': '设置来源…',
  },
  membersTitle: {
    suspend_other: '停用 {{count, number}} 位会员',
    reinstate_other: '恢复 {{count, number}} 位会员',
    'withdraw-consent_other': '撤回 {{count, number}} 位会员的授权',
    'set-source_other': '设置 {{count, number}} 位会员的来源',
  },
  products: {
    category: '设置分类…',
    taxRateBp: '设置税率…',
    status: '上架或停售…',
  },
  productsTitle: {
    category_other: '设置 {{count, number}} 个商品的分类',
    taxRateBp_other: '设置 {{count, number}} 个商品的税率',
    status_other: '上架或停售 {{count, number}} 个商品',
  },
  why: '原因',
  note: '备注',
  noteHelp: '会留在每位会员的记录里，请不要写姓名、手机号或卡号。',
  purpose: '撤回哪项授权',
  categoryHelp: '填新名称会新建分类，留空则清除分类。',
  looking: '正在检查…',
  will: '{{total}} 条中有 {{changes}} 条将更改',
  canUndo: '完成后可以撤销。',
  cannotUndo: '此操作不能撤销：授权只能由会员本人重新给出。',
  between: '，',
  skip: {
    already_other: '{{count, number}} 条无需更改',
    closed_other: '{{count, number}} 位已注销',
    'not-asked_other': '{{count, number}} 位未曾询问',
    'not-the-owner_other': '{{count, number}} 个由总部管理',
    'changed-since_other': '{{count, number}} 条之后又有改动',
    gone_other: '{{count, number}} 条已不在列表中',
    refused_other: '{{count, number}} 条无法更改',
  },
  do_other: '更改 {{count, number}} 条',
  doNone: '没有可更改的',
  progress: '{{done}} / {{total}}',
  stop: '停止',
  stopHelp: '可以照常收银。停止后，已更改的保持更改。',
  ended: {
    done_other: '已更改 {{count, number}} 条',
    stopped_other: '已停止，更改了 {{count, number}} 条',
    failed_other: '已中断，更改了 {{count, number}} 条。请检查磁盘后重试。',
  },
  undone_other: '已恢复原样 {{count, number}} 条',
  doneAndLeft: '{{done}}，{{left}}',
};
