import * as fc from 'fast-check';

const deep = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), 1);

/** Values that programs stumble over. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    -1,
    0.1,
    2 ** 53,
    2 ** 63,
    1e308,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u202Egnp.exe',
    '\uD800',
    'x\uDFFFy',
    '\uFFFF',
    'ﷺ'.repeat(64),
    '💰'.repeat(30),
    'x'.repeat(100_000),
    "'; DROP TABLE member; --",
    '" OR ""="',
    '%',
    '_%\\',
    '{"$gt":""}',
    '../../etc/passwd',
    '{{7*7}}',
    '<img src=x onerror=alert(1)>',
    '1e5',
    '0x10',
    'NaN',
    '１２３４',
    [],
    {},
    [[[[[]]]]],
    deep(2000),
    true,
    new Date(Number.NaN),
    10n,
    JSON.parse('{"__proto__":{"polluted":true}}'),
    JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
    { toString: null, valueOf: null },
    { length: -1 },
    Array.from({ length: 5000 }, () => 0),
  ),
  fc.anything(),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** An input with one place of it spoilt: replaced, missing, or joined by a key that nobody asked for. */
export const spoilt = (input: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(input, fc.nat(), hostileValue, fc.constantFrom('replace', 'drop', 'add'))
    .map(([whole, where, hostile, how]) => {
      // A copy: the hostile values are the same objects each time, and one that is spoilt could come to hold itself.
      const value = structuredClone(whole);
      const places = placesIn(value);
      const place = places[where % Math.max(1, places.length)];
      if (!place) return hostile;
      if (how === 'drop') delete place.holder[place.key];
      else place.holder[how === 'add' ? '__proto__x' : place.key] = hostile;
      return value;
    });
