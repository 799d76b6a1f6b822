import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConsentWord, standingConsent } from './standing-consent.ts';

const word = (id: string, given: boolean, supersedesId: string | null, rank = id): ConsentWord => ({
  id,
  given,
  supersedesId,
  rank,
});

describe('the consent that counts', () => {
  it('is nobody’s before a word was said', () => expect(standingConsent([])).toBeNull());

  it('is the last of a line of answers, whatever the clocks said', () => {
    const line = [word('c', true, 'b', '1'), word('a', true, null, '9'), word('b', false, 'a', '5')];
    expect(standingConsent(line)?.id).toBe('c');
  });

  it('is the withdrawal where two stores answered the same word', () => {
    expect(standingConsent([word('a', true, null), word('b', false, 'a', '1'), word('c', true, 'a', '2')])?.id).toBe(
      'b',
    );
  });

  it('is given again only by an answer to the withdrawal', () => {
    const words = [
      word('a', true, null),
      word('b', false, 'a'),
      word('c', true, 'a'),
      word('d', true, 'b'),
      word('e', true, 'c'),
    ];
    expect(standingConsent(words)?.given).toBe(true);
  });

  it('is the same in whatever order the words came', () => {
    const tree = fc
      .array(fc.record({ given: fc.boolean(), parent: fc.nat(20), rank: fc.nat(3) }), {
        minLength: 1,
        maxLength: 12,
        size: 'max',
      })
      .map((nodes) =>
        nodes.map(({ given, parent, rank }, at) =>
          word(String(at), given, at === 0 || parent % (at + 1) === at ? null : String(parent % at), `${rank} ${at}`),
        ),
      )
      .chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })));
    fc.assert(
      fc.property(tree, ([words, shuffled]) => {
        expect(standingConsent(shuffled)).toEqual(standingConsent(words));
      }),
    );
  });
});
