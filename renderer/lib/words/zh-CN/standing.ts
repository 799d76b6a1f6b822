import type { standing as english } from '../en/standing.ts';
import type { SameKeys } from '../same-keys.ts';

export const standing: SameKeys<typeof english> = {
  title: '停用或注销会员',
  of: '{{act}}：{{name}}',
  act: { active: '停用或注销', suspended: '恢复或注销', closed: '重新开通' },
  is: {
    suspended: '会员已停用，不累计、不使用积分。',
    closed: '会员已注销，不累计、不使用积分。',
  },
  what: '操作',
  change: { suspend: '停用', reinstate: '恢复', close: '注销', reopen: '重新开通' },
  help: {
    suspend: '恢复之前不累计、不使用积分，积分和授权保持不变。',
    reinstate: '恢复累计和使用积分。',
    close: '结束会员关系：结清积分，撤回全部授权。以后可以重新开通。',
    reopen: '重新累计和使用积分。授权需要会员重新同意。',
  },
  why: '原因',
  reason: {
    'lost-card': '会员卡遗失',
    abuse: '违规使用',
    'own-request': '会员本人要求',
    'cleared-up': '情况已查清',
    mistake: '操作有误',
    'moved-away': '已搬离',
    other: '其他原因',
  },
  note: '备注',
  noteHelp: '会留在记录里，请不要写姓名、手机号或卡号。',
  settle: {
    title: '积分结清',
    repaid: '持有的积分先抵扣所欠的 {{points}}。',
    nothing: '没有剩余积分，也不欠积分。',
    points: '还剩 {{points}}，如何处理？',
    pointsAre: { forfeit: '作废', keep: '保留' },
    pointsHelp: {
      forfeit: '重新开通后也不再恢复，积分明细里会注明。',
      keep: '注销期间不能使用，到期照常失效；重新开通后可以再用。',
    },
    debt: '还欠 {{points}}，如何处理？',
    debtIs: { 'write-off': '免除', keep: '保留' },
    debtHelp: {
      'write-off': '不再欠积分，积分明细里会注明。',
      keep: '重新开通后，之后获得的积分先抵扣。',
    },
    consents_other: '撤回 {{count, number}} 项授权。',
    baskets_other: '有 {{count, number}} 笔未结账的单子选了这位会员，可以照常结账，但不用积分、不累计积分。',
  },
  save: { suspend: '停用会员', reinstate: '恢复会员', close: '注销会员', reopen: '重新开通' },
  done: {
    suspend: '{{name}}已停用',
    reinstate: '{{name}}已恢复',
    close: '{{name}}已注销',
    reopen: '{{name}}已重新开通',
  },
  undo: '撤销',
  changed: { suspend: '会员停用', reinstate: '会员恢复', close: '会员注销', reopen: '会员重新开通' },
};
