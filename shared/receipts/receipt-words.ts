import type { TenderKind } from '../purchases/tender.ts';

export type ReceiptLanguage = 'zh-CN' | 'en';

export interface ReceiptWords {
  readonly till: string;
  readonly number: string;
  readonly staff: string;
  readonly pos: string;
  readonly return: string;
  readonly voided: string;
  readonly original: string;
  readonly kilogram: string;
  readonly discount: string;
  readonly offerPoints: string;
  readonly gift: string;
  readonly coupon: string;
  readonly couponBack: string;
  readonly couponVoid: string;
  readonly couponTooLate: string;
  readonly nextVisit: string;
  readonly total: string;
  readonly tax: string;
  readonly change: string;
  readonly member: string;
  readonly earned: string;
  readonly redeemed: string;
  readonly balance: string;
  readonly thanks: string;
  readonly tenders: Readonly<Record<TenderKind, string>>;
}

/** What a printed receipt says beside its figures. */
export const RECEIPT_WORDS: Readonly<Record<ReceiptLanguage, ReceiptWords>> = {
  'zh-CN': {
    till: '收银台',
    number: '小票号',
    staff: '收银员',
    pos: '收银软件',
    return: '退货单',
    voided: '已作废',
    original: '原小票',
    kilogram: '千克',
    discount: '优惠合计',
    offerPoints: '积分',
    gift: '赠品',
    coupon: '优惠券',
    couponBack: '退回优惠券',
    couponVoid: '优惠券作废',
    couponTooLate: '优惠券此前已使用',
    nextVisit: '下次可用',
    total: '合计',
    tax: '含税',
    change: '找零',
    member: '会员',
    earned: '本次积分',
    redeemed: '使用积分',
    balance: '积分余额',
    thanks: '谢谢惠顾',
    tenders: {
      cash: '现金',
      'bank-card': '银行卡',
      'wechat-pay': '微信支付',
      alipay: '支付宝',
      'gift-card': '礼品卡',
      other: '其他',
      points: '积分抵扣',
    },
  },
  en: {
    till: 'Till',
    number: 'Receipt',
    staff: 'Served by',
    pos: 'POS:',
    return: 'RETURN',
    voided: 'VOIDED',
    original: 'Sale',
    kilogram: 'kg',
    discount: 'Discount',
    offerPoints: 'points',
    gift: 'Gift',
    coupon: 'Coupon',
    couponBack: 'Good again:',
    couponVoid: 'Coupon withdrawn',
    couponTooLate: 'Coupon used before',
    nextVisit: 'For your next visit',
    total: 'Total',
    tax: 'Includes tax',
    change: 'Change',
    member: 'Member',
    earned: 'Points earned',
    redeemed: 'Points used',
    balance: 'Points balance',
    thanks: 'Thank you',
    tenders: {
      cash: 'Cash',
      'bank-card': 'Bank card',
      'wechat-pay': 'WeChat Pay',
      alipay: 'Alipay',
      'gift-card': 'Gift card',
      other: 'Other',
      points: 'Points',
    },
  },
};
