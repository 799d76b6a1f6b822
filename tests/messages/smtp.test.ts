import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { answerOfError, openSmtpChannel } from '../../electron/features/messages/channels/smtp-channel.ts';
import type { Id } from '../../shared/kernel/id.ts';
import { USUAL_CHANNELS } from '../../shared/messages/channel-settings.ts';
import { aStore } from '../fixtures/a-store.ts';
import { aDesk, aReachable, aTemplate, enqueue, outboxOf, useChannels } from '../fixtures/message-store.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const KEY = '019ac4d2-0000-7000-8000-000000000001' as Id<'message'>;
const MAIL = { key: KEY, purpose: 'marketing', address: 'anna@example.com', subject: '上新', text: '您好' } as const;

interface Mailbox {
  readonly port: number;
  readonly mails: string[];
  /** Breaks every connection, without a word. */
  cut(): void;
}

/** A real mail server, with a user and a password, whose answers a test changes. */
async function mailServer(options: Partial<SMTPServerOptions> = {}): Promise<Mailbox> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, done) =>
      username === 'shop' && password === 'geheim' ? done(null, { user: username }) : done(new Error('no')),
    onData(stream, _, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => {
        mail += chunk.toString('utf8');
      });
      stream.on('end', () => {
        mails.push(mail);
        done(null, 'taken');
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  const cut = () => {
    for (const { _socket } of server.connections as unknown as Set<{ readonly _socket: Socket }>) _socket.destroy();
  };
  return { port: (server.server.address() as AddressInfo).port, mails, cut };
}

const settingsFor = (port: number) => ({
  ...USUAL_CHANNELS.email,
  enabled: true,
  host: '127.0.0.1',
  port,
  security: 'none' as const,
  user: 'shop',
  fromName: '解放路店',
  fromAddress: 'shop@example.com',
});

const answers = async (port: number, password = 'geheim') => {
  const channel = openSmtpChannel(settingsFor(port), password);
  closing.push(async () => channel.close());
  return channel.send(MAIL);
};

const failing = (responseCode: number): Error => Object.assign(new Error('no'), { responseCode });

describe('e-mail by SMTP', () => {
  it('is taken by a server, with a Message-ID of its own and the way out of it', async () => {
    const { port, mails } = await mailServer();
    expect(await answers(port)).toEqual({ kind: 'accepted' });
    const mail = (mails[0] ?? '').replace(/\r\n /g, ' ');
    expect(mail).toContain(`Message-ID: <${KEY}@example.com>`);
    expect(mail).toContain(`List-Unsubscribe: <mailto:shop@example.com?subject=unsubscribe%20${KEY}>`);
    expect(mail).toContain('To: anna@example.com');
    expect(mail).toContain(Buffer.from('您好').toString('base64'));
  });

  it('knows a wrong password for a wrong setting', async () => {
    const { port } = await mailServer();
    expect(await answers(port, 'wrong')).toEqual({ kind: 'broken', code: 'EAUTH' });
  });

  it.each([
    [550, { kind: 'refused', code: 'EENVELOPE-550' }],
    [451, { kind: 'later', code: 'EENVELOPE-451', retryAfterMs: null, isChannel: false }],
  ])('tells a server that refuses the address with %i', async (code, answer) => {
    const { port } = await mailServer({ onRcptTo: (_, __, done) => done(failing(code)) });
    expect(await answers(port)).toEqual(answer);
  });

  it('tells a server that refuses the message', async () => {
    const { port } = await mailServer({
      onData(stream, _, done) {
        stream.resume().on('end', () => done(failing(554)));
      },
    });
    expect(await answers(port)).toEqual({ kind: 'refused', code: 'EMESSAGE-554' });
  });

  it('is in doubt where the server is gone after it had the message: a person decides', async () => {
    const shop = aStore();
    let took = 0;
    const { port, cut } = await mailServer({
      onData(stream) {
        stream.resume().on('end', () => {
          took += 1;
          cut();
        });
      },
    });
    useChannels(shop, { email: settingsFor(port) }, { email: 'geheim' });
    const templateId = aTemplate(shop, { channel: 'email', subject: '上新' });
    enqueue(shop, [aReachable(shop)], { content: { templateId }, channel: 'email' });
    const { send, pass } = aDesk(shop);
    for (let times = 0; times < 3; times += 1) {
      await send();
      pass(3_600_000);
    }
    expect(took).toBe(1);
    expect(outboxOf(shop)).toMatchObject([{ state: 'uncertain', attempts: 1, dueAtMs: null }]);
  });

  it('stays here where no server listens', async () => {
    const { port } = await mailServer();
    await closing.shift()?.();
    expect(await answers(port)).toMatchObject({ kind: 'later', code: 'ECONNREFUSED', isChannel: true });
  });
});

describe('an error of the mailer', () => {
  it('that is not known to have kept the message here leaves it in doubt', () => {
    expect(answerOfError({ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }).kind).toBe('uncertain');
    expect(answerOfError({ code: 'ESOCKET', originalCode: 'ECONNRESET' }).kind).toBe('uncertain');
    expect(answerOfError({}).kind).toBe('uncertain');
  });

  it('about the connection alone does not', () => {
    expect(answerOfError({ code: 'ETIMEDOUT', timeoutType: 'CONNECT_TIMEOUT' }).kind).toBe('later');
    expect(answerOfError({ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }).kind).toBe('later');
  });
});
