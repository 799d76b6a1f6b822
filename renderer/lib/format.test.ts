import { describe, expect, it } from 'vitest';
import { clockOf, makeFormat } from './format.ts';

const zh = makeFormat({ locale: 'zh-CN', currency: 'CNY', zone: 'Asia/Shanghai' });
const en = makeFormat({ locale: 'en', currency: 'GBP', zone: 'Europe/London' });
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('money', () => {
  it('reads in the store’s currency whatever the language', () => {
    expect(zh.money(123_450)).toBe('¥1,234.50');
    expect(makeFormat({ locale: 'en', currency: 'CNY', zone: 'UTC' }).money(123_450)).toBe('¥1,234.50');
    expect(en.money(-5)).toBe('-£0.05');
  });

  it('knows currencies without a minor unit', () => {
    expect(makeFormat({ locale: 'en', currency: 'JPY', zone: 'UTC' }).money(1200)).toBe('¥1,200');
  });

  it('is exact up to the largest amount of the contract', () => {
    expect(en.amount(1_000_000_000_000)).toBe('10,000,000,000.00');
    expect(en.amount(999_999_999_999)).toBe('9,999,999,999.99');
  });
});

describe('quantities, rates and times of day', () => {
  it('drop needless decimals', () => {
    expect([1500, 2000, 125].map(en.quantity)).toEqual(['1.5', '2', '0.125']);
    expect([1300, 550].map(en.percent)).toEqual(['13%', '5.5%']);
    expect([0, 240, 725].map(clockOf)).toEqual(['00:00', '04:00', '12:05']);
  });
});

describe('dates', () => {
  it('show a business date as it stands, in any zone', () => {
    expect(makeFormat({ locale: 'en-GB', currency: 'GBP', zone: 'Pacific/Kiritimati' }).date('2025-03-01')).toBe(
      '1 Mar 2025',
    );
    expect(zh.date('2025-03-01')).toBe('2025年3月1日');
  });

  it('show an instant in the store’s zone', () => {
    const at = Date.UTC(2025, 2, 1, 17, 5);
    expect(zh.dateTime(at)).toBe('2025年3月2日 01:05');
    expect(en.time(at)).toBe('17:05');
  });

  it('show how long ago in the largest unit that fits', () => {
    const now = Date.UTC(2025, 5, 1);
    const ago = (ms: number) => en.relative(now - ms, now);
    expect([30_000, 61_000, 25 * HOUR_MS, 15 * DAY_MS, 400 * DAY_MS].map(ago)).toEqual([
      'now',
      '1 minute ago',
      'yesterday',
      '2 weeks ago',
      'last year',
    ]);
    expect(zh.relative(now + 9 * DAY_MS, now)).toBe('下周');
    expect(en.relative(now + 3 * DAY_MS, now)).toBe('in 3 days');
  });
});
