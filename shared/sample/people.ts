import type { Birthday, GENDERS } from '../members/profile.ts';
import { searchKeys } from '../members/search-keys.ts';
import { fictitiousMobile } from './fictitious-mobile.ts';
import { type Random, weighted } from './random.ts';

/** A made-up member. What is null was not given at enrolment; phone or card is always there. */
export interface SamplePerson {
  readonly name: string | null;
  readonly gender: (typeof GENDERS)[number] | null;
  /** E.164; see `fictitiousMobile`. */
  readonly phone: string | null;
  readonly cardNumber: string | null;
  /** At example.com, which nobody owns (RFC 2606). */
  readonly email: string | null;
  readonly birthday: Birthday | null;
}

/** How often a member gives what; each between 0 and 1. */
export interface EnrolmentHabits {
  /** Gives a phone and nothing else. */
  readonly phoneOnly: number;
  /** Of the others: the share with a name in Latin letters, and those who give each field. */
  readonly latinName: number;
  readonly phone: number;
  readonly card: number;
  readonly email: number;
  readonly birthday: number;
  /** Of the birthdays: by the Chinese lunar calendar. */
  readonly lunar: number;
}

export const USUAL_HABITS: EnrolmentHabits = {
  phoneOnly: 0.15,
  latinName: 0.02,
  phone: 0.96,
  card: 0.5,
  email: 0.15,
  birthday: 0.55,
  lunar: 0.12,
};

/**
 * The member number `index` (an integer ≥ 0) of a sample. Draws from a fork of `random`, so the same seed and index
 * give the same person whoever else is made. Phones and cards never repeat within a sample of 5,120,000.
 */
export function samplePerson(random: Random, index: number, habits: EnrolmentHabits = USUAL_HABITS): SamplePerson {
  const own = random.fork(index);
  const phone = fictitiousMobile(own, index);
  if (own.chance(habits.phoneOnly))
    return { name: null, gender: null, phone, cardNumber: null, email: null, birthday: null };
  const gender = own.pick(['female', 'female', 'female', 'male', 'male'] as const);
  const name = own.chance(habits.latinName) ? latinName(own, gender) : chineseName(own, gender);
  const withPhone = own.chance(habits.phone);
  return {
    name,
    gender: own.chance(0.8) ? gender : null,
    phone: withPhone ? phone : null,
    cardNumber: own.chance(habits.card) || !withPhone ? `9600${String(index + 1).padStart(7, '0')}` : null,
    email: own.chance(habits.email) ? `${searchKeys(name).pinyin}${own.integer(1, 999)}@example.com` : null,
    birthday: own.chance(habits.birthday) ? birthday(own, habits.lunar) : null,
  };
}

/**
 * Surnames by their share of the population, per 10,000 people, rounded. The order of the largest and the shares of the
 * compound ones follow the 2020 report on names of the Ministry of Public Security; the tail is cut and stands for
 * surnames whose reading differs from the character's usual one, so that search meets them.
 */
const SURNAMES = `
  王715 李700 张674 刘510 陈461 杨308 黄222 赵205 吴203 周190 徐146 孙138 马127 朱126 胡120 郭117 何111 高99 林97 罗96
  郑93 梁85 谢78 宋73 唐70 许66 韩65 邓65 冯63 曹60 彭58 曾54 肖57 田52 董51 潘49 袁48 蔡47 蒋46 余45 于45 杜45 叶44 程42 魏42
  苏42 吕40 丁39 任38 沈38 姚34 卢34 姜33 崔32 钟32 谭31 陆30 汪29 范29 金28 石27 廖27 贾26 夏25 韦24 方24 白23 邹22 孟22 熊21
  秦21 邱20 覃12 翟11 解7 单6 查3 仇3 朴3 区2 欧阳8 上官0.6 皇甫0.5 令狐0.4 诸葛0.3 司徒0.3 司马0.2
`;
const surname = weighted(
  Array.from(
    SURNAMES.matchAll(/(\p{Script=Han}+)([\d.]+)/gu),
    ([, name = '', share]) => [name, Number(share)] as const,
  ),
);

const GIVEN = {
  female: {
    first: Array.from('雅思晓雨欣佳美秀玉春婉诗梦子若书静文慧丽月淑海嘉一'),
    last: Array.from('婷芳娟敏静丽玲燕霞娜琳雪颖怡洁萍梅兰红英瑶涵萱琪'),
  },
  male: {
    first: Array.from('建志国文俊浩子宇明晓海天嘉伟永家思德少宏一振东立'),
    last: Array.from('伟强磊军勇杰涛鹏斌辉刚平峰超波亮宇轩泽豪明华林凯'),
  },
} as const;

function chineseName(random: Random, gender: 'female' | 'male'): string {
  const { first, last } = GIVEN[gender];
  const family = surname(random);
  if (random.chance(0.18)) return family + random.pick(last);
  const [one, two] = [random.pick(first), random.pick(last)];
  return family + one + two;
}

const LATIN_GIVEN = {
  female: ['Anna', 'Élodie', 'Emma', 'Grace', 'María', 'Olivia'],
  male: ['Daniel', 'Søren', 'James', 'José', 'Oliver', 'Thomas'],
} as const;
const LATIN_FAMILY = ['Clarke', 'García', 'Martin', 'Müller', 'Nguyen', "O'Neil", 'Smith', 'Tanaka'];

const latinName = (random: Random, gender: 'female' | 'male'): string =>
  `${random.pick(LATIN_GIVEN[gender])} ${random.pick(LATIN_FAMILY)}`;

/** Any day of the calendar, 29 February and lunar day 30 included. Three in five give the year; a leap month is rare. */
function birthday(random: Random, lunarShare: number): Birthday {
  const year = random.integer(1948, 2007);
  const month = random.integer(1, 12);
  const shownYear = random.chance(0.6) ? year : null;
  if (random.chance(lunarShare)) {
    const leapMonth = random.chance(0.03);
    return { calendar: 'lunar', month, day: random.integer(1, 30), year: leapMonth ? null : shownYear, leapMonth };
  }
  const day = random.integer(1, new Date(Date.UTC(year, month, 0)).getUTCDate());
  return { calendar: 'solar', month, day, year: shownYear, leapMonth: false };
}
