import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergePages } from './merge-pages.ts';

const stamps = fc.uniqueArray(fc.nat(500), { maxLength: 60 });
const stampOf = (n: number) => String(n).padStart(3, '0');

test('page after page, everything of every list comes once, newest first', () => {
  fc.assert(
    fc.property(
      stamps,
      fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      (all, lists, limit) => {
        const of = (list: number, before: string) => {
          const left = all
            .flatMap((n, index) => (lists[index] === list ? [{ at: stampOf(n) }] : []))
            .filter(({ at }) => at < before)
            .toSorted((a, b) => (a.at < b.at ? 1 : -1));
          return { rows: left.slice(0, limit), isAll: left.length <= limit };
        };
        const seen: string[] = [];
        for (let before: string | null = 'z'; before !== null; ) {
          const from: string = before;
          const page = mergePages(
            [0, 1, 2, 3].map((list) => of(list, from)),
            limit,
          );
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          expect(page.next === null || page.rows.length > 0).toBe(true);
          seen.push(...page.rows.map(({ at }) => at));
          before = page.next;
        }
        expect(seen).toEqual(all.map(stampOf).toSorted().toReversed());
      },
    ),
  );
});
