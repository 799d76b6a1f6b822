import { getFixedT } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { DISK_REFUSALS } from '../../../shared/contract/disk-refusals.ts';
import { contract } from '../../../shared/contract/index.ts';
import { refusalWords } from '../error-words.ts';
import { makeFormat } from '../format.ts';
import { LANGUAGES, startI18n } from '../i18n.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
/** A Chinese shop names the tenths that are paid (`percentTenths`) where an English one names the percent that are off. */
const braces = (text: string) =>
  (text.match(/\{\{\s*\w+/g) ?? [])
    .map((brace) =>
      brace
        .slice(2)
        .trim()
        .replace(/Tenths$/, ''),
    )
    .toSorted();

const english = new Map(leaves(en));
const chinese = new Map(leaves(zhCN));
const reasons = [
  ...new Set([
    ...Object.values(contract).flatMap((noun) => Object.values(noun).flatMap((act) => act.refusals)),
    ...DISK_REFUSALS,
  ]),
];

describe('the words', () => {
  it('exist in both languages, key for key', () => {
    const withoutSingular = [...english.keys()].filter((key) => !key.endsWith('_one'));
    expect([...chinese.keys()].toSorted()).toEqual(withoutSingular.toSorted());
  });

  it('name the same details in both languages', () => {
    for (const [key, text] of chinese) expect([key, braces(text)]).toEqual([key, braces(english.get(key) ?? '')]);
  });

  it('are never empty, never shout, and Chinese is written with Chinese marks', () => {
    const wrong = [...english, ...chinese].filter(([, text]) => text.trim() === '' || /[!！]/.test(text));
    expect(wrong).toEqual([]);
    const mixed = [...chinese].filter(([, text]) => /\p{Script=Han}[,;?()]/u.test(text.replace(/\{\{.*?\}\}/g, '')));
    expect(mixed).toEqual([]);
  });

  it('hold a sentence for every refusal of the contract', () => {
    expect(Object.keys(en.refusals).toSorted()).toEqual(reasons.toSorted());
  });
});

describe('a refusal', () => {
  beforeAll(() => startI18n('en'));

  it.each(Object.keys(LANGUAGES))('reads as a sentence with its details filled in: %s', (locale) => {
    const t = getFixedT(locale);
    const format = makeFormat({ locale, currency: 'CNY', zone: 'Asia/Shanghai' });
    const said = reasons.map((reason) => {
      const details = Object.fromEntries(braces(english.get(`refusals.${reason}`) ?? '').map((name) => [name, 4200]));
      return refusalWords({ reason, details }, t, format);
    });
    expect(said.filter((text) => text.length < 5 || /\{\{|refusals\./.test(text))).toEqual([]);
  });

  it('gives money, points and waits their units', () => {
    const t = getFixedT('en');
    const format = makeFormat({ locale: 'en', currency: 'CNY', zone: 'Asia/Shanghai' });
    const say = (reason: string, details: Record<string, number>) => refusalWords({ reason, details }, t, format);
    expect(say('tender-short', { missingMinor: 1250 })).toContain('¥12.50');
    expect(say('insufficient-points', { availablePoints: 1 })).toContain('1 point ');
    expect(say('locked-out', { seconds: 90 })).toContain('90 seconds');
    expect(say('locked-out', { seconds: 121 })).toContain('3 minutes');
  });
});
