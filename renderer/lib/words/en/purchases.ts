export const purchases = {
  title: 'Till',
  tender: {
    cash: 'Cash',
    'bank-card': 'Bank card',
    'wechat-pay': 'WeChat Pay',
    alipay: 'Alipay',
    'gift-card': 'Gift card',
    other: 'Other',
    points: 'Points',
  },
} as const;
