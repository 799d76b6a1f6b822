import type { standing as english } from '../en/standing.ts';
import type { SameKeys } from '../same-keys.ts';

export const standing: SameKeys<typeof english> = {
  changed: { suspend: '账户停用', reinstate: '账户恢复', close: '账户注销', reopen: '账户重新开通' },
  reason: {
    'lost-card': '会员卡遗失',
    abuse: '违规使用',
    'own-request': '会员本人要求',
    'cleared-up': '情况已查清',
    mistake: '操作有误',
    'moved-away': '已搬离',
    other: '其他原因',
  },
};
