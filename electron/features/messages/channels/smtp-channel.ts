import { createTransport } from 'nodemailer';
import type { SmtpSettings } from '../../../../shared/messages/channel-settings.ts';
import type { Answer, OpenChannel, Outgoing } from './open-channel.ts';

const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;
const CONNECTIONS = 2;

/** What an error of the mailer says of itself. */
interface MailError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly timeoutType?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
}

/** Ways in which a connection does not come about: nothing was handed over. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EDNS',
  'ETLS',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'UPGRADE_TIMEOUT',
]);

/** What an error means for the message. Where it is not known to have stayed here, it is uncertain. */
export function answerOfError({
  code = 'unknown',
  originalCode,
  timeoutType,
  responseCode,
  permanent,
}: MailError): Answer {
  if (code === 'EAUTH') return { kind: 'broken', code: 'EAUTH' };
  const named = responseCode === undefined ? code : `${code}-${responseCode}`;
  // A server that answered in words did not take it: for good (5xx), or for now (4xx).
  if (responseCode !== undefined && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return permanent
      ? { kind: 'refused', code: named }
      : { kind: 'later', code: named, retryAfterMs: null, isChannel: false };
  if (code === 'EENVELOPE') return { kind: 'refused', code };
  const why = [code, originalCode, timeoutType].find((each) => each !== undefined && NOT_CONNECTED.has(each));
  if (why) return { kind: 'later', code: why, retryAfterMs: null, isChannel: true };
  return { kind: 'uncertain', code: named };
}

/**
 * E-mail by a server that speaks SMTP. A server cannot be asked what became of a message, so one whose answer never came
 * is left to a person; each bears a Message-ID made of its key, by which mailboxes know a repetition.
 */
export function openSmtpChannel(settings: SmtpSettings, password: string | null): OpenChannel {
  const { host, port, security, user, fromName, fromAddress } = settings;
  const domain = fromAddress.slice(fromAddress.indexOf('@') + 1);
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    // Of a connection that was lost the mailer would begin again by itself.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === '' ? {} : { auth: { user, pass: password ?? '' } }),
  });
  return {
    async send({ key, purpose, address, subject, text }: Outgoing) {
      try {
        await transport.sendMail({
          from: { name: fromName, address: fromAddress },
          to: { name: '', address },
          subject: subject ?? '',
          text,
          messageId: `<${key}@${domain}>`,
          ...(purpose === 'marketing'
            ? { list: { unsubscribe: { url: `mailto:${fromAddress}?subject=unsubscribe%20${key}` } } }
            : { headers: { 'Auto-Submitted': 'auto-generated' } }),
        });
        return { kind: 'accepted' };
      } catch (error) {
        return answerOfError(error as MailError);
      }
    },
    ask: null,
    close: () => transport.close(),
  };
}
