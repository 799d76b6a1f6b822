import type { Random } from './random.ts';

/** Mobile prefixes in use on the mainland, shuffled so that neighbours in a sample look unlike. */
const PREFIXES = Array.from(
  `138 186 159 133 177 150 139 188 131 152 199 136 180 157 135 173
   182 130 158 187 137 155 181 134 176 151 189 132 183 156 198 185`.matchAll(/\d+/g),
  ([prefix]) => prefix,
);
/** Numbers that share prefix and middle differ in their last four digits modulo this. */
const PER_BLOCK = 16;
const LARGEST = PREFIXES.length * PER_BLOCK * 10_000 - 1;

/**
 * A Chinese mobile in E.164 that passes for one in every check and is plainly made up: the four digits in the middle
 * count up from 0000. No range reserved for fiction is known for the mainland, so such a number must never be dialled.
 * Different for every `index` (0 to 5,119,999; RangeError beyond); the last four digits are random, so that some people
 * of a sample share theirs.
 */
export function fictitiousMobile(random: Random, index: number): string {
  if (!Number.isInteger(index) || index < 0 || index > LARGEST) throw new RangeError(`fictitiousMobile: ${index}`);
  const prefixIndex = index % PREFIXES.length;
  const block = Math.floor(index / PREFIXES.length);
  const middle = Math.floor(block / PER_BLOCK);
  const last4 = random.integer(0, 10_000 / PER_BLOCK - 1) * PER_BLOCK + ((block + prefixIndex) % PER_BLOCK);
  return `+86${PREFIXES[prefixIndex]}${String(middle).padStart(4, '0')}${String(last4).padStart(4, '0')}`;
}
