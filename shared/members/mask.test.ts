import { expect, it } from 'vitest';
import { maskPhone } from './mask.ts';

it('hides the middle of a Chinese mobile and leaves out +86', () => {
  expect(maskPhone('+8613812345678')).toBe('138****5678');
});

it('keeps the country code and the last four digits of any other phone', () => {
  expect(maskPhone('+85261234567')).toBe('+852 ****4567');
  expect(maskPhone('+442079460958')).toBe('+44 ****0958');
  expect(maskPhone('+861066668888')).toBe('+86 ****8888');
});

it('hides at least half of a short number', () => {
  expect(maskPhone('+29022222')).toBe('+290 ****22');
});

it('shows nothing of a text that is no phone', () => {
  expect(maskPhone('13812345678')).toBe('****');
  expect(maskPhone('')).toBe('****');
});
