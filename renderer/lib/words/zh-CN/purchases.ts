import type { purchases as english } from '../en/purchases.ts';
import type { SameKeys } from '../same-keys.ts';

export const purchases: SameKeys<typeof english> = {
  title: '收银',
  tender: {
    cash: '现金',
    'bank-card': '银行卡',
    'wechat-pay': '微信支付',
    alipay: '支付宝',
    'gift-card': '礼品卡',
    other: '其他',
    points: '积分',
  },
};
