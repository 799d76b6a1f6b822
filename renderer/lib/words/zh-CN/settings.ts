import type { settings as english } from '../en/settings.ts';
import type { SameKeys } from '../same-keys.ts';

export const settings: SameKeys<typeof english> = {
  title: '设置',
  contents: '本页内容',
  look: '语言和外观',
  languageHelp: '只影响这台电脑，立即生效。',
  store: '门店',
  name: '店名',
  code: '代码',
  till: '收银台',
  currency: '币种',
  zone: '时区',
  dayEnds: '营业日截止时间',
  lock: {
    title: '自动锁屏',
    after: '多久后锁定',
    help: '没有按键、触屏或扫码时锁定。输入密码解锁，购物篮保留。',
    never: '不锁定',
    minutes_other: '{{count, number}} 分钟',
    saved: '已修改自动锁屏时间',
  },
  program: '关于回头客',
  version: '版本',
  host: '运行方式',
  hosts: { electron: '桌面应用', browser: '浏览器' },
  folder: '数据文件夹',
  sample: {
    title: '示例数据',
    body: '这是示例门店。退出后可以设置自己的门店，示例文件会保留。',
    leave: '退出示例门店',
    confirmTitle: '退出示例门店？',
    confirmBody: '所有人会退出登录，并回到初始页面。示例文件会保留在数据文件夹里。',
    keptAs: '示例已保存为 {{file}}。',
  },
};
