import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Addressee, admit } from './admit.ts';
import { afterTrying, WELL } from './breaker.ts';
import { channelFault, USUAL_CHANNELS } from './channel-settings.ts';
import { isOptOut } from './opt-out.ts';
import { quietUntilMs } from './quiet-hours.ts';
import { LONGEST_RETRY_MS, retryDelayMs } from './retry.ts';
import { writeMessage } from './write-message.ts';

const ZONE = 'Asia/Shanghai';
const at = (clock: string): number => Date.parse(`2026-03-15T${clock}:00+08:00`);
const NIGHT = { from: '21:00', until: '09:00' };

describe('quiet hours', () => {
  it.each([
    ['20:59', NIGHT, null],
    ['21:00', NIGHT, Date.parse('2026-03-16T09:00:00+08:00')],
    ['00:00', NIGHT, at('09:00')],
    ['08:59', NIGHT, at('09:00')],
    ['09:00', NIGHT, null],
    ['13:00', { from: '12:00', until: '14:00' }, at('14:00')],
    ['14:00', { from: '12:00', until: '14:00' }, null],
    ['12:00', { from: '00:00', until: '00:00' }, null],
  ] as const)('at %s of %j end then', (clock, quiet, until) =>
    expect(quietUntilMs(at(clock), quiet, ZONE)).toBe(until),
  );

  it('end where no hour is quiet, also where clocks are changed', () => {
    const clock = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => `${part}`.padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), clock, clock, (minute, from, until) => {
        const nowMs = Date.UTC(2026, 0, 1) + minute * 60_000;
        const end = quietUntilMs(nowMs, { from, until }, 'Europe/Berlin');
        if (end === null) return;
        expect(end).toBeGreaterThan(nowMs);
        expect(end - nowMs).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});

const member: Addressee = {
  status: 'active',
  phone: '+8613812345678',
  email: null,
  consents: new Map([['marketing-sms', true]]),
};
const asked = (given?: boolean): Addressee => ({
  ...member,
  consents: new Map(given === undefined ? [] : [['service-messages', given] as const]),
});
const rules = { quiet: NIGHT, cap: { messages: 2, days: 7 }, zone: ZONE };
const message = { channel: 'sms', purpose: 'marketing', notAfterMs: at('23:00') } as const;

describe('a message is let out', () => {
  it('where nothing stands against it', () =>
    expect(admit(message, member, rules, 1, at('12:00'))).toEqual({ kind: 'send', address: '+8613812345678' }));

  it('not at the cap, not by a channel without address or consent, not in the night that outlasts it', () => {
    expect(admit(message, member, rules, 2, at('12:00'))).toMatchObject({ reason: 'cap-reached' });
    expect(admit({ ...message, channel: 'email' }, member, rules, 0, at('12:00'))).toMatchObject({
      reason: 'no-address',
    });
    expect(admit(message, { ...member, consents: new Map() }, rules, 0, at('12:00'))).toMatchObject({
      reason: 'no-consent',
    });
    expect(admit(message, member, rules, 0, at('22:00'))).toMatchObject({ reason: 'too-late' });
    expect(admit({ ...message, notAfterMs: at('23:59') * 2 }, member, rules, 0, at('22:00'))).toMatchObject({
      kind: 'postpone',
    });
  });

  it('as a notice without consent and at any hour, unless notices were declined', () => {
    const notice = { ...message, purpose: 'service' } as const;
    expect(admit(notice, asked(), rules, 9, at('22:00')).kind).toBe('send');
    expect(admit(notice, asked(true), rules, 9, at('22:00')).kind).toBe('send');
    expect(admit(notice, asked(false), rules, 0, at('12:00'))).toMatchObject({ reason: 'declined' });
  });

  it('as a notice of what the night did only when somebody is awake', () => {
    const notAfterMs = at('23:00') + 86_400_000;
    const notice = { ...message, notAfterMs, purpose: 'service', occasion: 'notice:tier-change:1' } as const;
    expect(admit(notice, asked(), rules, 9, at('22:00'))).toMatchObject({ kind: 'postpone' });
    expect(admit(notice, asked(), rules, 9, at('12:00')).kind).toBe('send');
    expect(admit({ ...notice, occasion: 'notice:purchase:1' }, asked(), rules, 9, at('22:00')).kind).toBe('send');
  });

  it('never to whoever is not active, whatever else', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('suspended', 'closed', 'erased', 'removed' as const),
        fc.constantFrom('marketing', 'service' as const),
        fc.integer({ min: 0, max: at('23:00') }),
        (status, purpose, nowMs) =>
          admit({ ...message, purpose }, { ...member, status: status as 'closed' }, rules, 0, nowMs).kind ===
          'withhold',
      ),
    ));
});

describe('retries', () => {
  it('wait between half and all of a time that doubles up to an hour', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const most = Math.min(LONGEST_RETRY_MS, 30_000 * 2 ** Math.min(attempt - 1, 20));
          const delay = retryDelayMs(attempt, random);
          expect(delay).toBeGreaterThanOrEqual(most / 2);
          expect(delay).toBeLessThanOrEqual(most);
        },
      ),
    ));
});

describe('a channel', () => {
  it('rests longer after each failure, ten minutes at most, and is well after one success', () => {
    let health = WELL;
    const rests: number[] = [];
    for (let times = 0; times < 10; times += 1) {
      health = afterTrying(health, { isWell: false, restMs: 0 }, 1000);
      rests.push((health.restsUntilMs - 1000) / 1000);
    }
    expect(rests).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600, 600]);
    expect(afterTrying(health, { isWell: true, restMs: 0 }, 1000)).toEqual({ failures: 0, restsUntilMs: 1000 });
    expect(afterTrying(WELL, { isWell: false, restMs: 60_000 }, 0).restsUntilMs).toBe(60_000);
  });

  it.each([
    [{ host: 'mail.example.com', security: 'none' }, 'smtp-not-secure'],
    [{ host: '127.0.0.1', security: 'none' }, null],
    [{ host: 'mail.example.com\r\nX', security: 'tls' }, 'smtp-host-missing'],
    [{ host: 'mail.example.com', security: 'starttls' }, null],
  ] as const)('for e-mail %j is told what is wrong: %s', (email, fault) =>
    expect(
      channelFault({
        ...USUAL_CHANNELS,
        email: { ...USUAL_CHANNELS.email, enabled: true, fromAddress: 'shop@example.com', ...email },
      }),
    ).toBe(fault),
  );

  it.each([
    ['http://sms.example.com', 'sms-url-not-secure'],
    ['https://sms.example.com/v1', null],
    ['http://127.0.0.1:8080', null],
    ['https://user:secret@sms.example.com', 'sms-url-invalid'],
    ['ftp://sms.example.com', 'sms-url-invalid'],
  ])('for SMS at %s is told what is wrong: %s', (url, fault) =>
    expect(channelFault({ ...USUAL_CHANNELS, sms: { enabled: true, url, signature: '' } })).toBe(fault),
  );
});

describe('opting out', () => {
  it.each(['TD', ' td ', 'stop!', 'ＴＤ', 'Unsubscribe.', '退订。'])('is understood in %j', (reply) =>
    expect(isOptOut(reply)).toBe(true),
  );
  it.each(['', '好的', 'T恤还有吗', 'Can I stop by tomorrow?', 'No'])('is not read into %j', (reply) =>
    expect(isOptOut(reply)).toBe(false),
  );

  it('is explained once in marketing and never in a notice', () => {
    const values = { name: '王', points: '1', tier: '', expiringPoints: '', expiryDate: '', store: '', couponCode: '' };
    const words = (text: string, purpose: 'marketing' | 'service') =>
      writeMessage({ channel: 'sms', language: 'zh-CN', subject: null, text }, purpose, values, '店');
    expect(words('上新', 'marketing')).toMatchObject({ text: '【店】上新 回复TD退订' });
    expect(words('上新，{退订说明}。', 'marketing')).toMatchObject({ text: '【店】上新，回复TD退订。' });
    expect(words('到货', 'service')).toMatchObject({ text: '【店】到货' });
  });
});
