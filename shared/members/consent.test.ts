import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { type ConsentState, consentsToGiveBack, inForce, strictest } from './consent.ts';

const said = (given: boolean, facts: Partial<ConsentState & { memberId: string }> = {}) => ({
  eventId: 'event' as Id<'consent-event'>,
  purpose: 'marketing-sms' as const,
  noticeVersion: '1',
  channel: 'till',
  ...facts,
  memberId: (facts.memberId ?? 'a') as Id<'member'>,
  given,
});

describe('a consent', () => {
  it('in force is the last word on each purpose', () => {
    const events = [said(true), said(true, { purpose: 'profiling' }), said(false)];
    expect(inForce(events).map(({ purpose, given }) => [purpose, given])).toEqual([
      ['marketing-sms', false],
      ['profiling', true],
    ]);
  });

  it('is withdrawn for one person when one id withdrew and another gave, whichever came last', () => {
    expect(strictest([[said(true)], [said(false)]])).toHaveLength(1);
    expect(strictest([[said(false)], [said(true)]])).toHaveLength(1);
  });

  it('needs no new word where all agree or one was never asked', () => {
    expect(strictest([[said(true)], [said(true)]])).toEqual([]);
    expect(strictest([[said(false)], []])).toEqual([]);
    expect(strictest([[said(true, { purpose: 'profiling' })], [said(false)]])).toEqual([]);
  });

  it('comes back when only the merge had withdrawn it', () => {
    const withdrawnByMerge = said(false, { channel: 'merge' });
    expect(consentsToGiveBack([said(true), withdrawnByMerge])).toHaveLength(1);
    expect(consentsToGiveBack([said(true), said(false, { memberId: 'b' }), withdrawnByMerge])).toEqual([]);
    expect(consentsToGiveBack([said(true), withdrawnByMerge, said(false)])).toEqual([]);
    expect(consentsToGiveBack([said(true), withdrawnByMerge, said(true, { channel: 'merge' })])).toEqual([]);
    expect(consentsToGiveBack([withdrawnByMerge])).toEqual([]);
  });
});
