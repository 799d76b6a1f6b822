import { getFixedT } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_LADDER, type TierLadder, tierLadderSchema } from '../../../../shared/tiers/ladder.ts';
import { startI18n } from '../../../lib/i18n.ts';
import { checkLadder, draftOf, type LadderDraft, ladderOf } from './ladder-draft.ts';

beforeAll(() => startI18n('en'));
const OTHER: TierLadder = {
  basis: 'visits',
  window: { kind: 'calendar-year' },
  graceDays: 14,
  names: { member: '', silver: '银卡', gold: '金卡', platinum: '' },
  thresholds: { silver: 5, gold: null, platinum: 20 },
  birthdayPoints: { member: 0, silver: 10, gold: 20, platinum: 50 },
};
const SPEND: TierLadder = { ...NO_LADDER, thresholds: { silver: 100_050, gold: 500_000, platinum: null } };
const wrong = (changes: Partial<LadderDraft>) =>
  Object.keys(checkLadder({ ...draftOf(SPEND, 2), ...changes }, 2, getFixedT('en')));

describe('the form of the tiers', () => {
  it.each([NO_LADDER, OTHER, SPEND])('gives back what it was given', (ladder) => {
    expect(ladderOf(draftOf(ladder, 2), 2)).toEqual(ladder);
    expect(tierLadderSchema.safeParse(ladderOf(draftOf(ladder, 2), 2)).success).toBe(true);
    expect(checkLadder(draftOf(ladder, 2), 2, getFixedT('en'))).toEqual({});
  });

  it.each([
    ['months', '0'],
    ['graceDays', '367'],
    ['goldGift', '-1'],
    ['silverThreshold', '0'],
    ['goldThreshold', '1000.50'],
    ['goldThreshold', 'x'],
  ] as const)('says what is wrong with %s: "%s"', (field, text) => expect(wrong({ [field]: text })).toEqual([field]));

  it('takes an empty threshold for a tier that is given by hand', () =>
    expect(wrong({ silverThreshold: '', goldThreshold: ' ' })).toEqual([]));
});
