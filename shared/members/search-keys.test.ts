import * as fc from 'fast-check';
import { pinyin as dictionary } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { searchKeys } from './search-keys.ts';

describe('the search keys of a name', () => {
  it.each([
    ['张伟', 'zhangwei', 'zw'],
    ['李小明', 'lixiaoming', 'lxm'],
    ['王芳', 'wangfang', 'wf'],
  ])('reads %s', (name, pinyin, initials) => {
    expect(searchKeys(name)).toEqual({ pinyin, initials });
  });

  it.each([
    ['单雄信', 'shanxiongxin'],
    ['解晓东', 'xiexiaodong'],
    ['曾国藩', 'zengguofan'],
    ['仇英', 'qiuying'],
    ['区小明', 'ouxiaoming'],
    ['朴树', 'piaoshu'],
    ['查良镛', 'zhaliangyong'],
    ['任重', 'renzhong'],
    ['盖聂', 'genie'],
  ])('gives the surname at the head of %s its reading as a surname', (name, pinyin) => {
    expect(searchKeys(name).pinyin).toBe(pinyin);
  });

  it.each([
    ['欧阳娜娜', 'ouyangnana', 'oynn'],
    ['司马光', 'simaguang', 'smg'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['长孙无忌', 'zhangsunwuji', 'zswj'],
  ])('knows the compound surname of %s', (name, pinyin, initials) => {
    expect(searchKeys(name)).toEqual({ pinyin, initials });
  });

  it('does not read a given name as a surname', () => {
    expect(searchKeys('张乐').pinyin).toBe('zhangle');
  });

  it('writes ü as v, the way it is typed', () => {
    expect(searchKeys('吕布')).toEqual({ pinyin: 'lvbu', initials: 'lb' });
  });

  it.each([
    ['Mary Ann Smith', 'maryannsmith', 'mas'],
    ['Élodie Müller', 'elodiemuller', 'em'],
    ['Søren Weiß', 'sorenweiss', 'sw'],
    ["Sean O'Neil", 'seanoneil', 'so'],
    ['Ｊａｃｋ', 'jack', 'j'],
    ['Jean-Luc', 'jeanluc', 'jl'],
    ['E\u0301lodie', 'elodie', 'e'],
  ])('spells the Latin name %s without capitals, marks and spaces', (name, pinyin, initials) => {
    expect(searchKeys(name)).toEqual({ pinyin, initials });
  });

  it.each([
    ['Anna 李', 'annali', 'al'],
    ['古丽·买买提', 'gulimaimaiti', 'glmmt'],
    ['李明（VIP）', 'limingvip', 'lmv'],
    ['王2', 'wang', 'w'],
  ])('reads the mixed name %s', (name, pinyin, initials) => {
    expect(searchKeys(name)).toEqual({ pinyin, initials });
  });

  it('reads every Chinese name as the dictionary reads it whole, also where it is put together by characters', () => {
    // Nine of ten have one reading; beside them, some that have several or are surnames.
    const character = fc.oneof(
      fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom(...'单解曾仇区朴查任盖万俟尉迟长乐重行了不一王李张伟芳娜'),
    );
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 4 }), (characters) => {
        const name = characters.join('');
        const whole = dictionary(name, { toneType: 'none', type: 'array', v: true, surname: 'head' });
        expect(searchKeys(name).pinyin).toBe(whole.map((one) => searchKeys(one).pinyin).join(''));
      }),
      { numRuns: 300 },
    );
  });

  it('is empty for a name without Chinese or Latin letters', () => {
    expect(searchKeys('Иван')).toEqual({ pinyin: '', initials: '' });
    expect(searchKeys('')).toEqual({ pinyin: '', initials: '' });
  });

  it('gives lower-case letters only, an initial for every syllable, and the same each time, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (name) => {
        const keys = searchKeys(name);
        expect(keys.pinyin).toMatch(/^[a-z]*$/);
        expect(keys.initials).toMatch(/^[a-z]*$/);
        expect(keys.initials.length).toBeLessThanOrEqual(keys.pinyin.length);
        expect(searchKeys(name)).toEqual(keys);
      }),
    );
  });
});
