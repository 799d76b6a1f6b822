import type { staff as english } from '../en/staff.ts';
import type { SameKeys } from '../same-keys.ts';

export const staff: SameKeys<typeof english> = {
  role: { clerk: '店员', manager: '店长', 'hq-analyst': '总部分析员', 'hq-administrator': '总部管理员' },
  signIn: {
    title: '现在谁在收银？',
    lockedTitle: '屏幕已锁定',
    lockedBody: '有一会儿没有操作了。购物篮还在，任何店员都可以接着收银。',
    switchTitle: '换人',
    switchBody: '当前页面保持不变。',
    pinFor: '{{name}}的密码',
    pin: '密码',
    pad: '数字键盘',
    digit: '数字 {{digit}}',
    erase: '删除最后一位',
    enter: '登录',
    otherPerson: '换一个人',
    tooShort: '密码是 4 到 8 位数字。',
    lockedFor: '密码错误次数过多，请在 {{time}}后再试。',
    unlocked: '现在可以再试了。',
    nobody: '还没有人可以登录',
    nobodyBody: '本店没有在岗员工。',
    sampleTitle: '示例员工和密码',
  },
};
