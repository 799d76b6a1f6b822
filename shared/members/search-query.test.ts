import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKeys } from './search-keys.ts';
import { readQuery } from './search-query.ts';

const ways = (typed: string) => readQuery(typed, 'CN').map((query) => query.by);

describe('a text typed or scanned at the till', () => {
  it('is nothing when it is empty', () => {
    expect(readQuery('', 'CN')).toEqual([]);
    expect(readQuery(' \u3000 ', 'CN')).toEqual([]);
  });

  it.each([['13812345678'], ['138 1234 5678'], ['１３８１２３４５６７８'], ['+86-13812345678']])(
    'is a phone first when it is a whole one: %s',
    (typed) => {
      expect(readQuery(typed, 'CN')[0]).toEqual({ by: 'phone', e164: '+8613812345678' });
    },
  );

  it('may be a card although it has the form of a phone', () => {
    expect(readQuery('13812345678', 'CN')).toEqual([
      { by: 'phone', e164: '+8613812345678' },
      { by: 'card', number: '13812345678' },
    ]);
  });

  it('is the last four of a phone when it is four digits, then a card', () => {
    expect(readQuery('0078', 'CN')).toEqual([
      { by: 'last-4', digits: '0078', endsWith: '0078' },
      { by: 'card', number: '0078' },
    ]);
  });

  it('is a card, then the end of a phone, when it is eight digits', () => {
    expect(readQuery('12345678', 'CN')).toEqual([
      { by: 'card', number: '12345678' },
      { by: 'last-4', digits: '5678', endsWith: '12345678' },
    ]);
  });

  it('is a phone of the region it is typed in', () => {
    expect(readQuery('61234567', 'HK')[0]).toEqual({ by: 'phone', e164: '+85261234567' });
  });

  it('is only a card when it is longer than a phone', () => {
    expect(ways('2000000012345')).toEqual(['card']);
  });

  it('finds nobody by fewer than four digits', () => {
    expect(readQuery('123', 'CN')).toEqual([]);
  });

  it.each([['zw'], ['lxm'], ['ZW'], ['zh']])('is initials before pinyin without a vowel: %s', (typed) => {
    expect(ways(typed)).toEqual(['initials', 'pinyin']);
  });

  it.each([['li'], ['wei'], ['lv']])('is pinyin before initials when short and with a vowel: %s', (typed) => {
    expect(ways(typed)).toEqual(['pinyin', 'initials']);
  });

  it.each([
    ['zhangwei', 'zhangwei'],
    ['Zhang Wei', 'zhangwei'],
    ["xi'an", 'xian'],
    ['nüwa', 'nvwa'],
    ['Mary Smith', 'marysmith'],
    ['Müller', 'muller'],
  ])('%s is the pinyin prefix %s', (typed, prefix) => {
    expect(readQuery(typed, 'CN')[0]).toEqual({ by: 'pinyin', prefix });
  });

  it('is a card last when it is letters', () => {
    expect(ways('goldcard')).toEqual(['pinyin', 'card']);
  });

  it('is the beginning of a name for one Chinese character, and nothing else', () => {
    expect(readQuery('李', 'CN')).toEqual([{ by: 'name', prefix: '李' }]);
  });

  it('is a name as written, then as heard, for two characters', () => {
    expect(readQuery('张玮', 'CN')).toEqual([
      { by: 'name', prefix: '张玮' },
      { by: 'pinyin', prefix: 'zhangwei' },
    ]);
  });

  it('forgives a space inside a Chinese name', () => {
    expect(readQuery('张 伟', 'CN')[0]).toEqual({ by: 'name', prefix: '张伟' });
  });

  it('takes characters and letters together', () => {
    expect(readQuery('张wei', 'CN')).toEqual([
      { by: 'name', prefix: '张wei' },
      { by: 'pinyin', prefix: 'zhangwei' },
    ]);
  });

  it('is a card, then a name, when letters and digits mix', () => {
    expect(readQuery('VIP-0012', 'CN')).toEqual([
      { by: 'card', number: 'VIP-0012' },
      { by: 'name', prefix: 'VIP-0012' },
    ]);
  });

  it('is a name in any other script', () => {
    expect(readQuery('Иван', 'CN')).toEqual([{ by: 'name', prefix: 'Иван' }]);
  });

  it('of any content is read without an error, and never twice the same way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 64 }), (typed) => {
        const by = ways(typed);
        expect(new Set(by).size).toBe(by.length);
      }),
    );
  });
});

describe('a member stored with search keys', () => {
  const names = fc.constantFrom(
    '张伟',
    '欧阳娜娜',
    '吕布',
    '单雄信',
    '古丽·买买提',
    'Mary Ann Smith',
    'Søren Weiß',
    'Anna 李',
  );

  it('is found by any beginning of the pinyin and by any beginning of the initials', () => {
    fc.assert(
      fc.property(names, fc.nat(), (name, seed) => {
        const keys = searchKeys(name);
        for (const by of ['pinyin', 'initials'] as const) {
          const typed = keys[by].slice(0, 1 + (seed % keys[by].length));
          const found = readQuery(typed, 'CN').some((query) => query.by === by && keys[by].startsWith(query.prefix));
          expect(found || (by === 'initials' && typed.length > 4)).toBe(true);
        }
      }),
    );
  });
});
