import { describe, expect, it } from 'vitest';
import type { MergePreview, MergePreviewSide } from '../../../shared/contract/duplicates.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { makeFormat } from '../../lib/format.ts';
import { letterOf, mergeRows, proposedChoices } from './merge-rows.ts';

const [a, b] = ['a', 'b'] as unknown as [Id<'member'>, Id<'member'>];
const side = (
  memberId: Id<'member'>,
  name: string | null,
  facts: Partial<MergePreviewSide> = {},
): MergePreviewSide => ({
  card: { memberId, name, phoneMasked: null, tier: 'member', debtPoints: 0 } as MergePreviewSide['card'],
  email: null,
  gender: null,
  birthday: null,
  address: null,
  note: null,
  wechatId: null,
  custom: {},
  enrolledAtMs: 0,
  purchases: 1,
  netMinor: 100,
  balancePoints: 10,
  lots: 1,
  cards: [],
  consents: [],
  ...facts,
});
const consents = (given: boolean) => [{ purpose: 'marketing-sms' as const, given }];
const preview: MergePreview = {
  sides: [side(a, '王小明', { consents: consents(true) }), side(b, '王晓明', { consents: consents(false) })],
  canonicalId: a,
  proposals: { name: { from: b, why: 'newest' } },
  joint: {
    purchases: 2,
    netMinor: 200,
    balancePoints: 20,
    availablePoints: 20,
    debtPoints: 0,
    lots: 2,
    cards: [],
    tier: 'member',
    consents: consents(false),
  },
};
const t = ((key: string) => key) as never;
const words = {
  t,
  format: makeFormat({ locale: 'en', currency: 'CNY', zone: 'Asia/Shanghai' }),
  birthday: () => 'a birthday',
  own: [],
};
const rowsBy = (keep: Parameters<typeof mergeRows>[1]) =>
  new Map(mergeRows(preview, keep, words).map((row) => [row.id, row]));

describe('the rows of a comparison', () => {
  it('say what is kept and why, and that it was chosen where it was', () => {
    expect(rowsBy(proposedChoices(preview)).get('name')).toMatchObject({
      after: '王晓明',
      kept: 1,
      why: 'quality.merge.why.newest',
    });
    expect(rowsBy({ name: a }).get('name')).toMatchObject({
      after: '王小明',
      kept: 0,
      why: 'quality.merge.why.chosen',
    });
  });

  it('leave out what nobody has, and add up what belongs to either', () => {
    const rows = rowsBy({});
    expect(rows.has('email')).toBe(false);
    expect(rows.get('balance')).toMatchObject({ values: ['10', '10'], after: '20', field: null });
  });

  it('say when the stricter consent is kept', () => {
    expect(rowsBy({}).get('marketing-sms')).toMatchObject({
      values: ['quality.merge.yes', 'quality.merge.withdrawn'],
      after: 'quality.merge.withdrawn',
      why: 'quality.merge.stricter',
    });
  });

  it('are lettered from A', () => expect([0, 1, 5].map(letterOf)).toEqual(['A', 'B', 'F']));
});
