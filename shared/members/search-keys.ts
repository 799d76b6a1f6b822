import { pinyin } from 'pinyin-pro';

/** What a name is found by, besides itself. Lower-case letters a–z only; empty where the name has none. */
export interface SearchKeys {
  /** The whole name without tones or spaces: `zhangwei`, `maryannsmith`. */
  readonly pinyin: string;
  /** The first letter of each Chinese character and of each Latin word: `zw`, `mas`. */
  readonly initials: string;
}

/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** The Latin letters of a text as a–z: lower case, marks stripped (`Élodie` → `elodie`), everything else dropped. */
export const plainLetters = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[ßæœøđðłþı]/g, (letter) => UNDECOMPOSED[letter] ?? '')
        .replace(/[^a-z]/g, '');
const PLAIN = /^[a-z]*$/;

/** What a character is always read as, whatever stands beside it; null where that depends. Looked up once a character. */
const ALWAYS = new Map<string, string | null>();

function alwaysRead(character: string): string | null {
  const known = ALWAYS.get(character);
  if (known !== undefined) return known;
  const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }).map(plainLetters);
  const reading = new Set(readings).size === 1 && readings[0] ? readings[0] : null;
  ALWAYS.set(character, reading);
  return reading;
}

/** Nine characters of ten have one reading: where all of a name have, nobody has to find the words in it. */
function syllablesOf(run: string, surname: 'head' | 'off'): readonly string[] {
  const alone = Array.from(run, alwaysRead);
  return alone.every((reading) => reading !== null)
    ? alone
    : pinyin(run, { toneType: 'none', type: 'array', v: true, surname }).map(plainLetters);
}

const RUN = /[\p{Script=Han}〇]+|[\p{Script=Latin}\p{M}'’]+/gu;
const HAN = /[\p{Script=Han}〇]/u;

/**
 * Search keys of a name. Chinese characters are read as in names: the head by its surname reading (单 shan, 解 xie,
 * 欧阳 ouyang, 尉迟 yuchi), ü written v as it is typed (吕 lv). Other scripts and digits give no letters.
 * Readings: pinyin-pro's dictionary.
 */
export function searchKeys(name: string): SearchKeys {
  const syllables: string[] = [];
  let atHead = true;
  for (const [run] of name.normalize('NFKC').matchAll(RUN)) {
    if (HAN.test(run)) syllables.push(...syllablesOf(run, atHead ? 'head' : 'off'));
    else syllables.push(plainLetters(run));
    atHead = false;
  }
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
