import { describe, expect, it } from 'vitest';
import { flawOf, memberSkip } from './member-bulk.ts';
import { MEMBER_STATUSES } from './profile.ts';

const suspend = { kind: 'suspend', reason: 'abuse', note: null } as const;
const reinstate = { kind: 'reinstate', reason: 'mistake', note: null } as const;

describe('an act on many members', () => {
  it('suspends who is active, reinstates who is suspended, and leaves the others with the reason', () => {
    const skips = (act: typeof suspend | typeof reinstate) =>
      MEMBER_STATUSES.map((status) => memberSkip(act, { status, consentGiven: null, source: 'till' }));
    expect(skips(suspend)).toEqual([null, 'already', 'closed', 'closed', 'closed']);
    expect(skips(reinstate)).toEqual(['already', null, 'closed', 'closed', 'closed']);
  });

  it('withdraws only what was given', () => {
    const withdraw = { kind: 'withdraw-consent', purpose: 'marketing-sms' } as const;
    const skip = (consentGiven: boolean | null) =>
      memberSkip(withdraw, { status: 'active', consentGiven, source: 'till' });
    expect([skip(true), skip(false), skip(null)]).toEqual([null, 'already', 'not-asked']);
  });

  it('says how members were won only of whom it says something new', () => {
    const set = { kind: 'set-source', source: 'event' } as const;
    const skip = (source: 'event' | 'till') => memberSkip(set, { status: 'closed', consentGiven: null, source });
    expect([skip('till'), skip('event')]).toEqual([null, 'already']);
  });

  it('needs a note where the reason is another one, without what names a person', () => {
    expect(flawOf({ ...suspend, reason: 'other' })).toBe('note-needed');
    expect(flawOf({ ...suspend, note: '13812345678' })).toBe('note-personal');
    expect([flawOf(suspend), flawOf(reinstate)]).toEqual([null, null]);
  });
});
