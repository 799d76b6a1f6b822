import { beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../db/changes/act.ts';
import { duplicateGroups } from '../../electron/features/quality/duplicate-groups.ts';
import { scanMembers } from '../../electron/features/quality/scan-members.ts';
import type { Id } from '../../shared/kernel/id.ts';
import type { Band } from '../../shared/members/duplicates.ts';
import { aStore } from '../fixtures/a-store.ts';
import type { Shop } from '../fixtures/shop.ts';
import { PLANTED_KINDS, type Planted, plantDuplicates } from './planted.ts';

const MEMBERS = 20_000;
const CHUNK = 100;

function enrolAll(shop: Shop, planted: Planted): Id<'member'>[] {
  const memberIds: Id<'member'>[] = [];
  for (let from = 0; from < planted.members.length; from += CHUNK)
    perform(shop.store.db, shop.nowMs, (act) => {
      for (const { profile, cards } of planted.members.slice(from, from + CHUNK)) {
        const memberId = shop.ids<'member'>();
        memberIds.push(memberId);
        const enrolment = {
          homeStoreId: shop.store.facts.storeId,
          enrolledAtMs: shop.nowMs,
          enrolledById: null,
          source: 'import' as const,
          referredById: null,
          importId: null,
        };
        act.record('member', { id: memberId, enrolment, profile, standing: {} });
        for (const number of cards)
          act.record('member-card', {
            id: shop.ids<'member-card'>(),
            memberId,
            number,
            state: 'active',
            issuedAtMs: shop.nowMs,
          });
      }
    });
  return memberIds;
}

const planted = plantDuplicates(MEMBERS, 0.03);
const key = (one: string, other: string) => [one, other].toSorted().join(' ');
const found = new Map<string, Band>();
const truth = new Map<string, string>();

beforeAll(() => {
  const shop = aStore();
  const memberIds = enrolAll(shop, planted);
  for (const { first, second, kind } of planted.pairs)
    truth.set(key(memberIds[first] as string, memberIds[second] as string), kind);

  for (const _ of scanMembers({ db: shop.store.db, clock: () => shop.nowMs })) void _;
  for (let offset = 0; ; offset += 200) {
    const { rows } = duplicateGroups(shop.store, { band: null, offset, limit: 200 }, shop.nowMs);
    if (rows.length === 0) break;
    for (const { members, band } of rows)
      for (const [index, one] of members.entries())
        for (const other of members.slice(index + 1)) found.set(key(one.memberId, other.memberId), band);
  }
}, 120_000);

const inBand = (...bands: readonly Band[]) =>
  [...found].filter(([, band]) => bands.includes(band)).map(([pair]) => pair);
const precision = (pairs: readonly string[]) => pairs.filter((pair) => truth.has(pair)).length / pairs.length;

describe(`of duplicates planted among ${MEMBERS} members`, () => {
  it.each(PLANTED_KINDS)('those of the kind “%s” are found, nineteen of twenty at least', (kind) => {
    const pairs = [...truth].filter(([, each]) => each === kind).map(([pair]) => pair);
    expect(pairs.length).toBeGreaterThan(20);
    expect(pairs.filter((pair) => found.has(pair)).length / pairs.length).toBeGreaterThanOrEqual(0.95);
  });

  it('nearly all are found', () => {
    const recall = [...truth.keys()].filter((pair) => found.has(pair)).length / truth.size;
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });

  it('what is called sure is, what is called likely is nearly always, and what is called possible mostly', () => {
    expect(precision(inBand('sure'))).toBeGreaterThanOrEqual(0.99);
    expect(precision(inBand('likely'))).toBeGreaterThanOrEqual(0.97);
    expect(precision(inBand('possible'))).toBeGreaterThanOrEqual(0.8);
  });
});
