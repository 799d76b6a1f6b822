import { describe, expect, it } from 'vitest';
import type { Id } from '../../../shared/kernel/id.ts';
import { blankPlan, type CampaignDraft, daysOf, draftOf, readPlan, wrongIn } from './campaign-draft.ts';

const offerId = '00000000-0000-7000-8000-000000000001' as Id<'offer'>;
const typed = (changes: Partial<CampaignDraft> = {}): CampaignDraft => ({
  ...blankPlan('2026-03-15'),
  name: '  春季回馈 ',
  offerIds: [offerId],
  budget: '1,200.50',
  ...changes,
});

describe('a plan as it is typed', () => {
  it('is read into terms, which are written back as they were typed', () => {
    const { terms, wrong } = readPlan(typed(), 2);
    expect(wrong).toEqual([]);
    expect(terms).toMatchObject({
      name: '春季回馈',
      budgetMinor: 120_050,
      otherCostMinor: 0,
      controlBp: 1000,
      from: '2026-03-15',
      until: '2026-03-28',
    });
    if (!terms) throw new Error('not read');
    expect(readPlan(draftOf(terms, 2), 2).terms).toEqual(terms);
  });

  it('lacks a name, an offer and a budget at first, each in its step', () => {
    const { terms, wrong } = readPlan(blankPlan('2026-03-15'), 2);
    expect(terms).toBeNull();
    expect(wrong).toEqual(['name', 'offerIds', 'budget']);
    expect(wrongIn('goal', wrong)).toEqual(['name']);
    expect(wrongIn('budget', wrong)).toEqual(['budget']);
    expect(wrongIn('audience', wrong)).toEqual([]);
  });

  it.each([
    [{ rise: '0' }, 'rise'],
    [{ budget: '0' }, 'budget'],
    [{ budget: 'much' }, 'budget'],
    [{ otherCost: 'x' }, 'otherCost'],
    [{ from: '' }, 'from'],
    [{ until: '2026-03-14' }, 'until'],
    [{ until: '2027-04-01' }, 'until'],
    [{ channels: [] }, 'channels'],
    [{ channels: ['till', 'sms'] }, 'templates'],
    [{ control: '50.01' }, 'control'],
  ] satisfies [Partial<CampaignDraft>, string][])('with %j is wrong there alone', (changes, field) => {
    const { terms, wrong } = readPlan(typed(changes), 2);
    expect(terms).toBeNull();
    expect(wrong).toEqual([field]);
  });

  it('names templates of the channels that it sends by, and no others', () => {
    const [sms, email] = ['2', '3'].map((no) => `00000000-0000-7000-8000-00000000000${no}` as Id<'message-template'>);
    const templates = { sms: sms ?? null, email: email ?? null };
    expect(readPlan(typed({ templates }), 2).terms?.templates).toEqual({ sms: null, email: null });
    const both = readPlan(typed({ templates, channels: ['sms', 'email'] }), 2);
    expect(both).toMatchObject({ wrong: [], terms: { templates } });
  });

  it('is judged by the days that it runs, or by two weeks until they are chosen', () => {
    expect(daysOf(typed())).toBe(14);
    expect(daysOf(typed({ until: '2026-03-15' }))).toBe(1);
    expect(daysOf(typed({ until: '' }))).toBe(14);
  });
});
