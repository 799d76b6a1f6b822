import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { decideHandshake, type Seen, takesBack, type Verdict } from './handshake.ts';

const [EPOCH, TIMELINE, NEW_TIMELINE] = ['epoch', 'timeline', 'new-timeline'] as unknown as [
  Id<'epoch'>,
  Id<'timeline'>,
  Id<'timeline'>,
];

interface Row {
  readonly says: string;
  readonly store?: Partial<Seen['store']>;
  readonly headquarters?: Partial<Seen['headquarters']>;
  readonly epochIsFenced?: boolean;
  readonly chainsAgree?: boolean;
  readonly verdict: Verdict;
}

const TABLE: readonly Row[] = [
  { says: 'both stand where they parted', verdict: 'go-on' },
  { says: 'the store has written more', store: { seq: 140 }, verdict: 'go-on' },
  {
    says: 'a store that never spoke',
    store: { session: 0, acknowledgedSeq: 0, timeline: null },
    headquarters: { seq: 0, session: 0 },
    verdict: 'go-on',
  },
  {
    says: 'a session that was handed out and lost on its way',
    store: { session: 8 },
    headquarters: { session: 8 },
    verdict: 'go-on',
  },
  { says: 'a push whose answer was lost', store: { acknowledgedSeq: 60 }, verdict: 'go-on' },
  {
    says: 'headquarters is ahead: the store was restored',
    store: { seq: 80, acknowledgedSeq: 80, session: 5 },
    verdict: 'rewind',
  },
  { says: 'headquarters is ahead, the session is the same', store: { seq: 80 }, verdict: 'rewind' },
  {
    says: 'only the session is older: a copy, or a restored store that has nothing new',
    store: { session: 7 },
    verdict: 'rewind',
  },
  { says: 'only the session is older, and the store wrote on', store: { session: 7, seq: 140 }, verdict: 'rewind' },
  { says: 'the chains differ: a restored store wrote on', chainsAgree: false, verdict: 'fork' },
  { says: 'the chains differ, and the session is older', chainsAgree: false, store: { session: 3 }, verdict: 'fork' },
  { says: 'a fenced epoch speaks', epochIsFenced: true, verdict: 'clone' },
  { says: 'a fenced epoch speaks and its chain differs', epochIsFenced: true, chainsAgree: false, verdict: 'clone' },
  { says: 'headquarters lost what it acknowledged', headquarters: { seq: 60 }, verdict: 'hq-restored' },
  { says: 'headquarters says that it was restored', headquarters: { timeline: NEW_TIMELINE }, verdict: 'hq-restored' },
  {
    says: 'headquarters was restored, and has forgotten sessions too',
    headquarters: { timeline: NEW_TIMELINE, seq: 60, session: 2 },
    verdict: 'hq-restored',
  },
  {
    says: 'both were restored, the store further back',
    store: { seq: 40, acknowledgedSeq: 40, session: 1 },
    headquarters: { timeline: NEW_TIMELINE, seq: 60, session: 2 },
    verdict: 'rewind',
  },
  {
    says: 'both were restored and the store wrote on',
    store: { session: 1 },
    headquarters: { timeline: NEW_TIMELINE, session: 2 },
    chainsAgree: false,
    verdict: 'fork',
  },
];

describe('the handshake', () => {
  it.each(TABLE)('$says: $verdict', ({ store, headquarters, epochIsFenced = false, chainsAgree = true, verdict }) => {
    const seen: Seen = {
      store: { epoch: EPOCH, seq: 100, session: 8, acknowledgedSeq: 100, timeline: TIMELINE, ...store },
      headquarters: { seq: 100, session: 8, timeline: TIMELINE, ...headquarters },
      epochIsFenced,
      chainsAgree,
    };
    expect(decideHandshake(seen)).toBe(verdict);
  });

  it('has the store take back what headquarters holds, unless only headquarters has lost something', () => {
    const verdicts: readonly Verdict[] = ['clone', 'fork', 'rewind', 'hq-restored', 'go-on'];
    expect(verdicts.filter(takesBack)).toEqual(['clone', 'fork', 'rewind']);
  });
});
