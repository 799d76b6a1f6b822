import { describe, expect, it } from 'vitest';
import { OCCASION_KINDS } from '../../../shared/automations/automation.ts';
import { blankDraft, draftOf, ofKind, readAutomation } from './automation-draft.ts';

const blank = { ...blankDraft('2026-03-15'), name: '生日礼', points: '50' };

describe('an automation as typed', () => {
  it('is read back as it was written, for every kind of occasion', () => {
    for (const kind of OCCASION_KINDS) {
      const draft = { ...blank, ...ofKind(kind) };
      const read = readAutomation(draft, 2);
      expect(read).toMatchObject({
        ok: true,
        terms: { occasion: { kind }, controlBp: kind === 'referral' ? 0 : 1000, until: null },
      });
      expect(read.ok && draftOf(read.terms, 2)).toEqual(draft);
    }
  });

  it('says which fields are wrong, all at once', () => {
    const wrong = { ...blank, name: ' ', days: '61', control: '60', measured: '0', until: '2026-03-14' };
    expect(readAutomation(wrong, 2)).toEqual({ ok: false, wrong: ['name', 'days', 'control', 'measured', 'until'] });
  });

  it('gives something', () => {
    expect(readAutomation({ ...blank, points: '0' }, 2)).toEqual({ ok: false, wrong: ['points'] });
    expect(readAutomation({ ...blank, points: '0', couponKindId: '01960000-0000-7000-8000-000000000001' }, 2).ok).toBe(
      true,
    );
  });

  it('looks at the days of its kind alone', () => {
    expect(readAutomation({ ...blank, ...ofKind('tier-change'), days: 'x' }, 2).ok).toBe(true);
    expect(readAutomation({ ...blank, ...ofKind('lapsed'), days: '6' }, 2)).toEqual({ ok: false, wrong: ['days'] });
  });
});
