import type { frame as english } from '../en/frame.ts';
import type { SameKeys } from '../same-keys.ts';

export const frame: SameKeys<typeof english> = {
  product: '回头客',
  skipToContent: '跳到页面内容',
  pages: '页面',
  page: {
    till: '收银',
    returns: '退货',
    members: '会员',
    quality: '资料质量',
    products: '商品',
    stock: '库存',
    audit: '审计记录',
    settings: '设置',
  },
  collapse: '收起',
  expand: '展开',
  till: '收银台 {{code}}',
  sample: '示例数据',
  notConnected: '本店未连接总部，所有数据都保存在本机。',
  language: '语言',
  theme: { label: '外观', light: '浅色', dark: '深色', auto: '跟随系统' },
  switchStaff: '换人',
  signOut: '退出登录',
  search: '查找或操作',
  palette: {
    label: '查找页面、会员或操作',
    placeholder: '页面、会员姓名、手机号或操作',
    pages: '前往',
    actions: '操作',
    members: '会员',
    nothing: '没有找到相符的内容。',
  },
  shortcuts: { title: '快捷键', everywhere: '所有页面', open: '快捷键列表', palette: '查找或操作' },
  pageMissing: { title: '没有这个页面', body: '地址可能已失效，数据没有任何影响。', action: '前往收银' },
};
