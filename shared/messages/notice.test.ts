import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS, MESSAGE_LANGUAGES } from './message.ts';
import {
  expiryRestDays,
  NOTICE_KINDS,
  NOTICE_MAY_NAME,
  noticeOccasion,
  noticeOfOccasion,
  unknownInNotice,
} from './notice.ts';
import { PLACEHOLDERS, type PlaceholderValues } from './placeholders.ts';
import { USUAL_WORDS } from './usual-notices.ts';
import { writeMessage } from './write-message.ts';

const NAMED: PlaceholderValues = Object.fromEntries(PLACEHOLDERS.map((each) => [each, `<${each}>`]));

describe('the usual words of a notice', () => {
  it.each(NOTICE_KINDS)('about %s can be filled in, in either language and by either channel', (kind) => {
    const known = Object.fromEntries(NOTICE_MAY_NAME[kind].map((each) => [each, NAMED[each]]));
    for (const language of MESSAGE_LANGUAGES)
      for (const channel of CHANNELS) {
        const words = USUAL_WORDS[kind][language];
        expect(unknownInNotice(kind, words)).toEqual([]);
        const text = channel === 'sms' ? words.sms : words.email;
        const subject = channel === 'sms' ? null : words.subject;
        expect(writeMessage({ channel, language, subject, text }, 'service', known, '')).not.toHaveProperty('missing');
      }
  });

  it('name nothing that only another notice knows', () =>
    expect(unknownInNotice('card-replaced', { sms: '{金额}', subject: '{店名}', email: '{卡号尾号}' })).toEqual([
      '{金额}',
      '{店名}',
    ]));
});

describe('the occasion of a notice', () => {
  it('says of which kind it is, and that of a campaign is none', () => {
    for (const kind of NOTICE_KINDS) expect(noticeOfOccasion(noticeOccasion(kind, 'abc'))).toBe(kind);
    expect(noticeOfOccasion('campaign:abc')).toBeNull();
    expect(noticeOfOccasion(null)).toBeNull();
  });
});

describe('points that end', () => {
  it('are told of in time, on whichever day they end and whenever somebody was told before', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 400 }), (expiryDays, endsOn) => {
        const rest = expiryRestDays(expiryDays);
        // Somebody of whose points some end on each day is told every `rest` days.
        let toldOn: number | null = null;
        for (let today = 0; toldOn === null && today < endsOn; today += Math.max(1, rest))
          if (today + expiryDays >= endsOn) toldOn = today;
        expect(toldOn).not.toBeNull();
        expect(endsOn - (toldOn ?? endsOn)).toBeGreaterThanOrEqual(Math.min(endsOn, Math.ceil(expiryDays / 2)));
      }),
    ));
});
