import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toE164 } from '../members/phone.ts';
import { cleanCell } from './clean-cell.ts';
import { isAmbiguousDate, orderShownBy, readBirthday, readDate, readPastMoment } from './read-date.ts';
import { readAmount, readPoints, readPrice, readQuantity, readTaxRate } from './read-number.ts';
import { readBarcode, readPhone, readTier } from './read-text.ts';
import type { ReadingTerms } from './terms.ts';

const TERMS: ReadingTerms = { region: 'CN', dateOrder: null, decimalMark: '.', moneyPlaces: 2, today: '2026-03-15' };
const COMMA: ReadingTerms = { ...TERMS, decimalMark: ',' };

const grouped = (whole: number) => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',');

describe('an amount', () => {
  it.each([
    ['68', 6800],
    ['68.5', 6850],
    ['1,280.00', 128_000],
    ['１，２８０．５', 128_050],
    ['￥68.00', 6800],
    ['¥ 1,234,567.89', 123_456_789],
    ['68元', 6800],
    ['12,5', 1250],
    ['(12.50)', -1250],
    ['-0.01', -1],
    ['.5', 50],
    ['68.000', 6800],
    ['CNY 12', 1200],
  ])('%s is read', (text, minor) => expect(readAmount(text, TERMS)).toEqual({ ok: true, value: minor }));

  it.each([
    ['1.280,50', 128_050],
    ['12,5', 1250],
    ['1.234.567', 123_456_700],
    ['68', 6800],
  ])('%s is read where a comma divides', (text, minor) =>
    expect(readAmount(text, COMMA)).toEqual({ ok: true, value: minor }),
  );

  it.each([
    ['6.805', 'too-many-decimals'],
    ['six', 'not-a-number'],
    ['1,23,4', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['99999999999', 'too-large'],
    ['1.38E+10', 'shortened-number'],
  ])('%s is refused', (text, reason) => expect(readAmount(text, TERMS)).toMatchObject({ ok: false, reason }));

  it('is read as it was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.boolean(), (minor, groups) => {
        const whole = Math.floor(minor / 100);
        const text = `${groups ? grouped(whole) : whole}.${String(minor % 100).padStart(2, '0')}`;
        expect(readPrice(text, TERMS)).toEqual({ ok: true, value: minor });
      }),
    );
  });
});

describe('other numbers', () => {
  it('keep their own rules', () => {
    expect(readPrice('-1', TERMS)).toMatchObject({ reason: 'negative' });
    expect(readPoints('1.5', TERMS)).toMatchObject({ reason: 'not-whole' });
    expect(readPoints('1,280', TERMS)).toEqual({ ok: true, value: 1280 });
    expect(readQuantity('0.125', TERMS)).toEqual({ ok: true, value: 125 });
    expect(readQuantity('-2', TERMS)).toEqual({ ok: true, value: -2000 });
    expect(readQuantity('0', TERMS)).toMatchObject({ reason: 'zero' });
    expect(readAmount('12.5', { ...TERMS, moneyPlaces: 0 })).toMatchObject({ reason: 'not-whole' });
  });

  it.each([
    ['13%', 1300],
    ['13', 1300],
    ['0.13', 1300],
    ['6.5％', 650],
    ['0', 0],
    ['0.5%', 50],
    ['100', 10_000],
  ])('a tax rate of %s is read', (text, bp) => expect(readTaxRate(text, TERMS)).toEqual({ ok: true, value: bp }));
  it.each(['113%', '-1', '13.005%', 'thirteen'])('a tax rate of %s is refused', (text) =>
    expect(readTaxRate(text, TERMS)).toMatchObject({ reason: 'tax-rate-invalid' }),
  );
});

const at = (text: string) => readPastMoment(text, TERMS);

describe('a date', () => {
  it.each([
    ['2024/3/5', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['２０２４／３／５', '2024-03-05'],
    ['2024-03-05 14:20:33', '2024-03-05'],
    ['2024-03-05T14:20:33.000Z', '2024-03-05'],
    ['45356', '2024-03-05'],
    ['45356.5', '2024-03-05'],
    ['25.3.2024', '2024-03-25'],
    ['3/25/2024', '2024-03-25'],
    ['5/5/2024', '2024-05-05'],
  ])('%s is read', (text, date) => expect(readDate(text, TERMS)).toEqual({ ok: true, value: date }));

  it('that could be read both ways is refused until it is said which', () => {
    expect(readDate('5.3.2024', TERMS)).toMatchObject({ reason: 'date-ambiguous', details: { first: 5, second: 3 } });
    expect(readDate('5.3.2024', { ...TERMS, dateOrder: 'dmy' })).toEqual({ ok: true, value: '2024-03-05' });
    expect(readDate('5.3.2024', { ...TERMS, dateOrder: 'mdy' })).toEqual({ ok: true, value: '2024-05-03' });
    expect(['5.3.2024', '2024-3-5', '5.5.2024', 'soon'].map(isAmbiguousDate)).toEqual([true, false, false, false]);
    expect(orderShownBy(['5.3.2024', '25.3.2024 10:00'])).toBe('dmy');
    expect(orderShownBy(['5/3/2024', '3/25/2024'])).toBe('mdy');
    expect(orderShownBy(['5/3/2024', '2024-01-01'])).toBeNull();
  });

  it.each(['2024-02-30', '2024-13-01', '31.4.2024', '123', '2024', 'tomorrow', '2024-03-05 25:00'])(
    '%s is refused',
    (text) => expect(readDate(text, TERMS)).toMatchObject({ reason: 'date-invalid' }),
  );

  it('with its time is a moment, by any usual clock', () => {
    expect(at('2024/3/5 14:20')).toEqual({ ok: true, value: '2024-03-05T14:20' });
    expect(at('2024-03-05 2:20:59 PM')).toEqual({ ok: true, value: '2024-03-05T14:20' });
    expect(at('2024年3月5日 9时05分')).toEqual({ ok: true, value: '2024-03-05T09:05' });
    expect(at('45356.75')).toEqual({ ok: true, value: '2024-03-05T18:00' });
    expect(at('2024-03-05')).toEqual({ ok: true, value: '2024-03-05T12:00' });
    expect(at('2026-03-16')).toMatchObject({ reason: 'date-future' });
  });

  it('of birth may lack the year, and may be lunar', () => {
    const solar = { calendar: 'solar', month: 3, day: 15, leapMonth: false };
    expect(readBirthday('1990-3-15', TERMS)).toEqual({ ok: true, value: { ...solar, year: 1990 } });
    expect(readBirthday('3-15', TERMS)).toEqual({ ok: true, value: { ...solar, year: null } });
    expect(readBirthday('3月15日', TERMS)).toEqual({ ok: true, value: { ...solar, year: null } });
    expect(readBirthday('15.3', { ...TERMS, dateOrder: 'dmy' })).toEqual({ ok: true, value: { ...solar, year: null } });
    expect(readBirthday('农历8月15', TERMS)).toMatchObject({ value: { calendar: 'lunar', month: 8, day: 15 } });
    expect(readBirthday('农历闰6月1', TERMS)).toMatchObject({
      value: { calendar: 'lunar', month: 6, leapMonth: true },
    });
    expect(readBirthday('2-30', TERMS)).toMatchObject({ reason: 'birthday-invalid' });
  });
});

describe('a phone', () => {
  it('is the same whether it is looked up by its beginning or asked of the library', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }), (second, rest) => {
        const digits = `1${second}${String(rest).padStart(9, '0')}`;
        const e164 = toE164(digits, 'CN');
        expect(readPhone(digits, TERMS)).toMatchObject(
          e164 ? { ok: true, value: e164 } : { ok: false, reason: 'phone-invalid' },
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is taken as a spreadsheet leaves it', () => {
    expect(readPhone('13812345678.0', TERMS)).toEqual({ ok: true, value: '+8613812345678' });
    expect(readPhone('１３８ 1234 5678', TERMS)).toEqual({ ok: true, value: '+8613812345678' });
    expect(readPhone('+44 20 7946 0958', TERMS)).toEqual({ ok: true, value: '+442079460958' });
    expect(readPhone('1.38E+10', TERMS)).toMatchObject({ reason: 'shortened-number' });
  });
});

describe('codes and choices', () => {
  it('are known whatever their case and language', () => {
    for (const text of ['金卡', 'GOLD', ' Gold ']) expect(readTier(text)).toEqual({ ok: true, value: 'gold' });
    expect(readTier('钻石')).toMatchObject({ reason: 'choice-unknown' });
    expect(readBarcode('96385074')).toEqual({ ok: true, value: '96385074' });
    expect(readBarcode('036000291452')).toEqual({ ok: true, value: '036000291452' });
    expect(readBarcode('96385073')).toMatchObject({ reason: 'barcode-check-digit', details: { expected: 4 } });
    expect(readBarcode('WEIGHED-12')).toEqual({ ok: true, value: 'WEIGHED-12' });
  });
});

describe('a cell', () => {
  it.each([
    ['　张伟 ', '张伟'],
    ['="00571"', '00571'],
    ["'00571", '00571'],
    ['two\r\nlines', 'two lines'],
    ['\u00A0', ''],
  ])('%j is %j', (raw, text) => expect(cleanCell(raw)).toEqual({ ok: true, value: text }));

  it.each([
    ['=1+1', 'formula'],
    ['a\u0007b', 'control-characters'],
    ['\uFFFD\uFFFD', 'wrong-encoding'],
  ])('%j is refused', (raw, reason) => expect(cleanCell(raw)).toMatchObject({ reason }));
});
