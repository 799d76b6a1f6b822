import { describe, expect, it } from 'vitest';
import { last4, toE164 } from '../members/phone.ts';
import { birthdaySchema } from '../members/profile.ts';
import { searchKeys } from '../members/search-keys.ts';
import { readQuery } from '../members/search-query.ts';
import { fictitiousMobile } from './fictitious-mobile.ts';
import { samplePerson } from './people.ts';
import { makeRandom } from './random.ts';

const COUNT = 5_000;
const people = Array.from({ length: COUNT }, (_, index) => samplePerson(makeRandom(1), index));
const given = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);
const names = given(people.map((person) => person.name));
const phones = given(people.map((person) => person.phone));

describe('a sample of people', () => {
  it('is the same for the same seed, each person whoever else is made, and another for another seed', () => {
    const random = makeRandom(1);
    random.uint32();
    expect(samplePerson(random, 4_321)).toEqual(people[4_321]);
    expect(samplePerson(makeRandom(2), 4_321)).not.toEqual(people[4_321]);
  });

  it('can be found again, every one by a phone or a card that nobody shares', () => {
    const cards = given(people.map((person) => person.cardNumber));
    expect(new Set(phones).size).toBe(phones.length);
    expect(new Set(cards).size).toBe(cards.length);
    expect(people.every((person) => person.phone ?? person.cardNumber)).toBe(true);
    for (const cardNumber of cards.slice(0, 50))
      expect(readQuery(cardNumber, 'CN')).toEqual([{ by: 'card', number: cardNumber }]);
  });

  it('has phones that pass for Chinese mobiles, plainly made up in the middle', () => {
    for (const phone of phones) expect(phone).toMatch(/^\+861\d\d00[01]\d\d{4}$/);
    for (const phone of phones.slice(0, 200)) expect(toE164(phone.slice(3), 'CN')).toBe(phone);
  });

  it('has people who share their last four digits', () => {
    expect(new Set(phones.map(last4)).size).toBeLessThan(phones.length * 0.9);
  });

  it('has the great surnames as often as the mainland', () => {
    const share = (surname: string) => names.filter((name) => name.startsWith(surname)).length / names.length;
    expect(share('王')).toBeGreaterThan(0.07);
    expect(share('王')).toBeLessThan(0.12);
    expect(share('李')).toBeGreaterThan(share('吴'));
    expect(names.some((name) => name.startsWith('欧阳'))).toBe(true);
  });

  it('has a pinyin key for every name, and names that many share', () => {
    expect(names.every((name) => searchKeys(name).pinyin.length >= 3)).toBe(true);
    expect(new Set(names).size).toBeLessThan(names.length);
  });

  it('has some who gave only a phone', () => {
    const onlyPhone = people.filter((person) => person.phone && !person.name && !person.birthday && !person.email);
    expect(onlyPhone.length / COUNT).toBeCloseTo(0.15, 1);
  });

  it('has birthdays of both calendars, all of them days that exist', () => {
    const birthdays = given(people.map((person) => person.birthday));
    for (const birthday of birthdays) expect(birthdaySchema.safeParse(birthday).success).toBe(true);
    expect(birthdays.filter((birthday) => birthday.calendar === 'lunar').length).toBeGreaterThan(100);
    expect(birthdays.filter((birthday) => birthday.year === null).length).toBeGreaterThan(500);
  });

  it('writes only to example.com', () => {
    for (const email of given(people.map((person) => person.email))) expect(email).toMatch(/^[a-z]+\d+@example\.com$/);
  });
});

it('gives no made-up mobile twice, up to the last one', () => {
  const random = makeRandom(1);
  const seen = new Set(Array.from({ length: 200_000 }, (_, index) => fictitiousMobile(random, index)));
  expect(seen.size).toBe(200_000);
  expect(fictitiousMobile(random, 5_119_999)).toMatch(/^\+861859999\d{4}$/);
  expect(() => fictitiousMobile(random, 5_120_000)).toThrow(RangeError);
});
