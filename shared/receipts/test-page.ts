import type { ReceiptPrinter } from '../contract/receipts.contract.ts';
import { edges, fold } from './columns.ts';
import type { PaperLine } from './receipt-lines.ts';
import type { ReceiptLanguage } from './receipt-words.ts';

/** What each part of the page should look like, so that whoever holds it can tell what to change. */
const WORDS = {
  'zh-CN': {
    title: '打印机测试页',
    ruler: '下面一行应正好占满一行，不换行。否则请换一种纸宽。',
    chinese: '下面应是清楚的汉字。若是乱码，打印机没有中文字库（GB18030）。',
    edges: '左右两端应靠边。',
    end: '测试完成，纸应在此下方切断。',
  },
  en: {
    title: 'Printer test page',
    ruler: 'The next line should fill one line and not break. If it breaks, choose another paper.',
    chinese: 'Next should be clear Chinese. If it is garbled, the printer has no Chinese font (GB18030).',
    edges: 'The two ends should be at the edges.',
    end: 'The test is over; the paper should be cut below.',
  },
} as const;

/** A page that shows whether a printer's width, fonts and cut are as its settings say. */
export function testPage(
  { host, port, columns }: ReceiptPrinter,
  storeName: string,
  language: ReceiptLanguage,
): PaperLine[] {
  const words = WORDS[language];
  const plain = (text: string) => fold(text, columns).map((piece): PaperLine => ({ text: piece, style: 'plain' }));
  const centred = (text: string) => fold(text, columns).map((piece): PaperLine => ({ text: piece, style: 'centred' }));
  const rule: PaperLine = { text: '-'.repeat(columns), style: 'rule' };
  const ruler = Array.from({ length: columns }, (_, at) => (at + 1) % 10).join('');
  return [
    ...centred(storeName),
    { text: words.title, style: 'strong' },
    ...plain(`${host}:${port}`),
    rule,
    ...plain(words.ruler),
    ...plain(ruler),
    rule,
    ...plain(words.chinese),
    ...plain('龙井茶 雲南普洱 会员积分 ￥'),
    rule,
    ...plain(words.edges),
    ...edges('|<', '>|', columns).map((text): PaperLine => ({ text, style: 'plain' })),
    rule,
    ...centred(words.end),
  ];
}
