import { describe, expect, it } from 'vitest';
import { standingChange } from '../../../shared/contract/members.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { changesFrom, STANDING_REASONS } from '../../../shared/members/standing.ts';
import { checkStanding, standingCommand, standingDraft, undoneBy } from './standing-draft.ts';

const ids = {
  standingId: '0198f0aa-6c1e-7d1f-8a54-2b8d9f3c1e07' as Id<'member-standing'>,
  memberId: '0198f0aa-6c1e-7d1f-8a54-2b8d9f3c1e08' as Id<'member'>,
};
const t = ((key: string) => key) as never;

describe('a change of standing in the form', () => {
  it('is one that the door takes, with every reason of every change', () => {
    for (const status of ['active', 'suspended', 'closed'] as const)
      for (const change of changesFrom(status))
        for (const reason of STANDING_REASONS[change]) {
          const draft = { ...standingDraft(status), change, reason, note: ' why ' };
          const command = standingCommand(draft, ids, { balancePoints: -7 });
          expect(standingChange.parse(command)).toEqual(command);
        }
  });

  it('loses nothing unless it is asked for, and names the balance that was seen only when it closes', () => {
    const draft = { ...standingDraft('active'), change: 'close', reason: 'abuse' } as const;
    expect(standingCommand(draft, ids, { balancePoints: 12 })).toEqual({
      ...ids,
      change: 'close',
      reason: 'abuse',
      note: null,
      rest: { points: 'keep', debt: 'keep' },
      seenBalancePoints: 12,
    });
    expect(standingCommand(standingDraft('closed'), ids, { balancePoints: 12 })).toEqual({
      ...ids,
      change: 'reopen',
      reason: 'own-request',
      note: null,
    });
  });

  it('wants a note for another reason, and none that names somebody', () => {
    const draft = standingDraft('active');
    expect(checkStanding(draft, t)).toEqual({ note: undefined });
    expect(checkStanding({ ...draft, reason: 'other', note: '  ' }, t)).toEqual({ note: 'refusals.note-needed' });
    expect(checkStanding({ ...draft, note: '13812345678' }, t)).toEqual({ note: 'refusals.note-personal' });
  });

  it('is undone by its opposite, with the reason that stood before', () => {
    const before = { change: 'suspend', reason: 'lost-card', note: 'seen twice' } as never;
    expect(undoneBy('suspend', null)).toEqual({ change: 'reinstate', reason: 'mistake', note: null });
    expect(undoneBy('reinstate', before)).toEqual({ change: 'suspend', reason: 'lost-card', note: 'seen twice' });
    expect(undoneBy('reinstate', null)).toBeNull();
    expect(undoneBy('close', before)).toBeNull();
  });
});
