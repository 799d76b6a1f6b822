import { describe, expect, it } from 'vitest';
import { MEMBER_STATUSES, type MemberStatus } from './profile.ts';
import { changesFrom, decideStanding, STANDING_CHANGES, type StandingChange, seemsPersonal } from './standing.ts';

const decide = (status: MemberStatus, change: StandingChange) => {
  const decided = decideStanding(status, { change, reason: 'own-request', note: null });
  return decided.ok ? decided.value : decided.reason;
};

describe('how a member stands', () => {
  it('is changed from where it is, and nowhere else', () => {
    expect(
      MEMBER_STATUSES.map((status) => [status, ...STANDING_CHANGES.map((change) => decide(status, change))]),
    ).toEqual([
      ['active', 'suspended', 'standing-differs', 'closed', 'standing-differs'],
      ['suspended', 'standing-differs', 'active', 'closed', 'standing-differs'],
      ['closed', 'standing-differs', 'standing-differs', 'standing-differs', 'active'],
      ['erased', 'member-erased', 'member-erased', 'member-erased', 'member-erased'],
      ['removed', 'member-erased', 'member-erased', 'member-erased', 'member-erased'],
    ]);
  });

  it.each(MEMBER_STATUSES)('offers to somebody %s exactly what would be done', (status) => {
    const possible = STANDING_CHANGES.filter(
      (change) => !['member-erased', 'standing-differs'].includes(decide(status, change)),
    );
    expect(changesFrom(status)).toEqual(possible);
  });

  it('needs a note where the reason is another one', () => {
    const asked = { change: 'suspend', reason: 'other' } as const;
    expect(decideStanding('active', { ...asked, note: null })).toMatchObject({ reason: 'note-needed' });
    expect(decideStanding('active', { ...asked, note: '' })).toMatchObject({ reason: 'note-needed' });
    expect(decideStanding('active', { ...asked, note: '三次空刷积分' })).toMatchObject({ value: 'suspended' });
  });

  it('takes no note that holds a number or an address by which somebody can be reached', () => {
    for (const note of [
      'call 13812345678',
      '138-1234-5678',
      '138 1234 5678',
      'ask an@example.com',
      '卡号6901234567892',
    ])
      expect(seemsPersonal(note), note).toBe(true);
    for (const note of ['moved away in 2026', 'receipt S01-T1-000123', '3 returns, 450 points', '2026-03-15 被盗刷'])
      expect(seemsPersonal(note), note).toBe(false);
    expect(decideStanding('active', { change: 'suspend', reason: 'abuse', note: '13812345678' })).toMatchObject({
      reason: 'note-personal',
    });
  });
});
