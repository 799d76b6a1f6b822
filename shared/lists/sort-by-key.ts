const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const PART = 2 ** 32;

/**
 * The `ids` in the ascending order of their `keys` (integers; ids[i] has keys[i]); equal keys keep the order they came
 * in. Least-significant-digit radix sort: the keys of a list (days, points, money) span few digits, so a million rows
 * take some 20 ms where comparing them takes 500.
 */
export function sortByKey(ids: Int32Array, keys: Float64Array): Int32Array {
  const { length } = ids;
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < length; at += 1) {
    const key = keys[at] as number;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const part = new Uint32Array(length);
  let order = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) order[at] = at;
  let sorted = new Uint32Array(length);
  const starts = new Uint32Array(DIGITS + 1);

  for (let unit = 1; unit <= most - least; unit *= PART) {
    let largest = 0;
    for (let at = 0; at < length; at += 1) {
      const value = Math.floor(((keys[at] as number) - least) / unit) % PART;
      part[at] = value;
      if (value > largest) largest = value;
    }
    for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += DIGIT_BITS) {
      starts.fill(0);
      for (let at = 0; at < length; at += 1)
        (starts[(((part[at] as number) >>> shift) & (DIGITS - 1)) + 1] as number)++;
      for (let digit = 1; digit <= DIGITS; digit += 1) (starts[digit] as number) += starts[digit - 1] as number;
      for (let at = 0; at < length; at += 1) {
        const index = order[at] as number;
        const digit = ((part[index] as number) >>> shift) & (DIGITS - 1);
        sorted[(starts[digit] as number)++] = index;
      }
      [order, sorted] = [sorted, order];
    }
  }
  const result = new Int32Array(length);
  for (let at = 0; at < length; at += 1) result[at] = ids[order[at] as number] as number;
  return result;
}
