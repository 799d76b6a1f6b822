import type { ProfileFields } from '../../shared/members/member.facts.ts';
import { samplePerson } from '../../shared/sample/people.ts';
import { makeRandom, type Random } from '../../shared/sample/random.ts';

/** The kinds of duplicates that shops have, each with how it comes about. */
export const PLANTED_KINDS = [
  'enrolled again', // the same name and phone
  'no name given', // the phone alone, the second time
  'new phone, same birthday', // name and whole birthday
  'one digit mistyped',
  'neighbours swapped',
  'heard, not read', // a homophone, and the same last four digits under a new prefix
  'same e-mail, new phone',
  'same card, new phone',
  'same house, new phone',
] as const;
export type PlantedKind = (typeof PLANTED_KINDS)[number];

export interface PlantedMember {
  readonly profile: ProfileFields;
  readonly cards: readonly string[];
}
export interface Planted {
  readonly members: readonly PlantedMember[];
  /** Positions in `members` that are one person, and how they came to be two. */
  readonly pairs: readonly { readonly first: number; readonly second: number; readonly kind: PlantedKind }[];
}

const HOMOPHONES: readonly (readonly [string, string])[] = [
  ['伟', '玮'],
  ['静', '婧'],
  ['丽', '莉'],
  ['杰', '洁'],
  ['婷', '庭'],
  ['敏', '闵'],
  ['华', '花'],
  ['刚', '钢'],
];

const aStreet = (random: Random): string =>
  `${random.pick(['解放', '人民', '中山', '建设', '和平'] as const)}路${random.integer(1, 900)}号${random.integer(1, 40)}室`;

const anotherMobile = (random: Random): string => `+8619${String(random.integer(0, 999_999_999)).padStart(9, '0')}`;

const slip = (phone: string, at: number, digit: number): string =>
  phone.slice(0, at) + String((Number(phone[at]) + digit) % 10) + phone.slice(at + 1);

function swapped(phone: string): string {
  const at =
    [8, 9, 10, 11, 12, 7, 6].find((index) => phone[index] !== phone[index + 1] && index + 1 < phone.length) ?? 8;
  return phone.slice(0, at) + (phone[at + 1] ?? '') + (phone[at] ?? '') + phone.slice(at + 2);
}

/**
 * Makes up `count` members, the same for the same seed, of whom `share` are there twice: the kinds in turns. Strangers
 * share names, birthdays, and ends of phones by chance as people do.
 */
export function plantDuplicates(count: number, share: number, seed = 7): Planted {
  const random = makeRandom(seed);
  const members: PlantedMember[] = [];
  const pairs: { first: number; second: number; kind: PlantedKind }[] = [];
  const originals = Math.round(count / (1 + share));
  const doubled = new Set<number>();
  for (let index = 0; index < originals; index += 1) {
    const { cardNumber, ...person } = samplePerson(random, index);
    const own = random.fork(1_000_000 + index);
    const profile: ProfileFields = { ...person, address: own.chance(0.3) ? aStreet(own) : null };
    members.push({ profile, cards: cardNumber ? [cardNumber] : [] });
  }
  for (let planted = 0; members.length < count; planted += 1) {
    const kind = PLANTED_KINDS[planted % PLANTED_KINDS.length] as PlantedKind;
    const own = random.fork(2_000_000 + planted);
    let first = own.integer(0, originals - 1);
    let twin: ReturnType<typeof twinOf> = null;
    while (!twin) {
      first = (first + 1) % originals;
      twin = doubled.has(first) ? null : twinOf(members[first] as PlantedMember, kind, own);
    }
    doubled.add(first);
    // What the second enrolment needs of the first is given there too.
    members[first] = twin.first;
    pairs.push({ first, second: members.push(twin.second) - 1, kind });
  }
  return { members, pairs };
}

function twinOf(
  person: PlantedMember,
  kind: PlantedKind,
  random: Random,
): { first: PlantedMember; second: PlantedMember } | null {
  const { profile, cards } = person;
  const { name, phone } = profile;
  if (!name || !phone || name.length < 2 || name.length > 3) return null;
  const second = (changes: ProfileFields, cardsToo: readonly string[] = []): PlantedMember => ({
    profile: { name, phone: anotherMobile(random), ...changes },
    cards: cardsToo,
  });
  switch (kind) {
    case 'enrolled again':
      return { first: person, second: second({ phone }) };
    case 'no name given':
      return { first: person, second: second({ phone, name: null }) };
    case 'new phone, same birthday': {
      const birthday = {
        calendar: 'solar' as const,
        month: random.integer(1, 12),
        day: random.integer(1, 28),
        year: random.integer(1950, 2005),
        leapMonth: false,
      };
      return { first: { ...person, profile: { ...profile, birthday } }, second: second({ birthday }) };
    }
    case 'one digit mistyped':
      return { first: person, second: second({ phone: slip(phone, random.integer(4, 13), random.integer(1, 9)) }) };
    case 'neighbours swapped':
      return { first: person, second: second({ phone: swapped(phone) }) };
    case 'heard, not read': {
      const pair = HOMOPHONES.find(([read, heard]) => name.endsWith(read) || name.endsWith(heard));
      if (!pair) return null;
      const heard = name.slice(0, -1) + (name.endsWith(pair[0]) ? pair[1] : pair[0]);
      return {
        first: person,
        second: second({ name: heard, phone: anotherMobile(random).slice(0, -4) + phone.slice(-4) }),
      };
    }
    case 'same e-mail, new phone': {
      const email = profile.email ?? `someone${random.integer(1, 1_000_000_000)}@example.com`;
      return { first: { ...person, profile: { ...profile, email } }, second: second({ email: email.toUpperCase() }) };
    }
    case 'same card, new phone': {
      const card = cards[0] ?? `77${random.integer(1_000_000, 9_999_999)}`;
      return { first: { ...person, cards: [card] }, second: second({}, [card]) };
    }
    case 'same house, new phone': {
      const address = aStreet(random);
      return { first: { ...person, profile: { ...profile, address } }, second: second({ address: ` ${address} ` }) };
    }
  }
}
