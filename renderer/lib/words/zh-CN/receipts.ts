import type { receipts as english } from '../en/receipts.ts';
import type { SameKeys } from '../same-keys.ts';

export const receipts: SameKeys<typeof english> = {
  onScreen: '查看小票或会员卡时',
  print: '打印',
  pdf: '存为 PDF',
  pdfHelp: '保存为 {{name}}.pdf，尺寸与小票纸一致。',
  pdfByBrowser: '会打开浏览器的打印窗口，请把打印机选为“另存为 PDF”。',
  send: '发送到小票打印机',
  sent: '已发送到小票打印机',
  message: { sms: '短信发小票', email: '邮件发小票' },
  messaged: '小票已放入发件箱，即将发出。',
  messagedBefore: '这张小票已经发送过。',
  original: '原小票号',
  printer: {
    title: '小票打印机',
    body: '店内网络上支持 ESC/POS 的打印机。不设置时，小票由这台电脑自己的打印机打印。',
    host: '地址',
    hostHelp: '见打印机自检页，例如 192.168.1.80。',
    hostBad: '请填不带空格的地址，例如 192.168.1.80。',
    port: '端口',
    portBad: '请填 1 到 65535 的数字，多数打印机是 9100。',
    paper: '纸宽',
    columns: { '48': '80 毫米（48 列）', '42': '80 毫米（42 列）', '32': '58 毫米（32 列）' },
    save: '保存打印机',
    saved: '打印机已保存',
    remove: '移除打印机',
    removed: '打印机已移除',
    test: '打印测试页',
    tested: '测试页已发送，纸上写明了应有的效果。',
    testSaved: '按已保存的设置打印。',
  },
};
