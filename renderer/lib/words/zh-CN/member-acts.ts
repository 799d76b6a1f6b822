import type { memberActs as english } from '../en/member-acts.ts';
import type { SameKeys } from '../same-keys.ts';

export const memberActs: SameKeys<typeof english> = {
  sell: '去收银',
  adjust: {
    title: '调整积分',
    points: '积分数',
    pointsHelp: '50 为增加，-50 为扣减。本店可用 {{points}}。',
    pointsBad: '请输入整数：50 为增加，-50 为扣减。',
    reason: '原因',
    reasonHelp: '例如“3 月 3 日购物忘记出示会员卡”，会保留在积分明细里。',
    needsManager: '需要店长输入密码同意。',
    add: '增加 {{points}}',
    take: '扣减 {{points}}',
    what: { add: '为{{name}}增加 {{points}}：{{reason}}', take: '扣减{{name}} {{points}}：{{reason}}' },
    done: { add: '已增加 {{points}}，余额 {{balance}}。', take: '已扣减 {{points}}，余额 {{balance}}。' },
  },
  card: {
    title: '换卡',
    first: '绑定会员卡',
    replace: '换卡',
    give: '绑卡',
    number: '新卡号',
    numberHelp: '扫新卡，或输入卡号。',
    why: '旧卡情况',
    lost: '遗失',
    replaced: '损坏或更换',
    whyHelp: '旧卡 {{number}} 将不能再使用，积分不受影响。',
    done: '已启用新卡 {{number}}。',
    print: '打印',
    printTitle: '打印会员卡',
    printBody: '卡号同时印成条码（Code 128），收银台的扫码枪可以识别。',
    size: '尺寸',
    sizes: { card: '卡片 86 × 54 毫米', label: '标签 60 × 40 毫米' },
  },
  consentUndo: '撤销',
  profilingOff: '购物和积分照常，消费记录不用于推荐优惠。',
};
