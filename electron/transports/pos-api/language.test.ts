import { expect, it } from 'vitest';
import { fillWords, languageOf } from './language.ts';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['de-DE,fr;q=0.9', 'en'],
  ['zh', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['ZH-cn;q=0.5, EN;q=0.4', 'zh-CN'],
  ['en;q=0.8,zh;q=0.9', 'zh-CN'],
  ['zh;q=0, en', 'en'],
  ['en, zh', 'en'],
  ['zh;q=abc, en;q=0.1', 'en'],
  [';;;,,,zh;q=', 'en'],
] as const)('of "%s" is %s', (accepted, language) => {
  expect(languageOf(accepted)).toBe(language);
});

const say = (details: Record<string, string | number>, language: 'en' | 'zh-CN', currency = 'CNY') =>
  fillWords('{{xMinor}}|{{yPoints}}|{{zThousandths}}|{{seconds}}|{{n}}|{{absent}}', details, language, currency);

it('gives each figure of a sentence its unit, also in a currency without minor digits', () => {
  const details = { xMinor: 123_450, yPoints: 1, zThousandths: 1500, seconds: 61, n: 262_144 };
  expect(say(details, 'en')).toBe('¥1,234.50|1 point|1.5|61 seconds|262,144|');
  expect(say(details, 'zh-CN')).toBe('¥1,234.50|1 积分|1.5|61 秒|262,144|');
  expect(say(details, 'en', 'JPY')).toMatch(/^¥123,450\|/);
});
