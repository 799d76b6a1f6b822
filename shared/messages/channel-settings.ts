import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** `tls`: from the first byte. `starttls`: asked for, and nothing is sent without. `none`: for a server on this computer. */
export const SMTP_SECURITY = ['tls', 'starttls', 'none'] as const;

export const smtpSettings = z.object({
  enabled: z.boolean(),
  host: z.string().trim().max(200),
  port: z.int().min(1).max(65_535),
  security: z.enum(SMTP_SECURITY),
  user: z.string().trim().max(200),
  fromName: z.string().trim().max(60),
  fromAddress: z.union([z.literal(''), z.email().max(120)]),
});
export type SmtpSettings = z.infer<typeof smtpSettings>;

export const smsSettings = z.object({
  enabled: z.boolean(),
  /** The gateway's address, without the path of docs/sms-gateway.md. */
  url: z.string().trim().max(300),
  /** Who sends, put before each text in 【】. Empty: nothing is put. */
  signature: z.string().trim().max(20),
});
export type SmsSettings = z.infer<typeof smsSettings>;

/** Everything about channels but their secrets, which stay in a table of their own. */
export const channelSettings = z.object({
  email: smtpSettings,
  sms: smsSettings,
  quiet: z.object({ from: clock, until: clock }),
  cap: z.object({ messages: z.int().min(1).max(100), days: z.int().min(1).max(365) }),
});
export type ChannelSettings = z.infer<typeof channelSettings>;

export const USUAL_CHANNELS: ChannelSettings = {
  email: { enabled: false, host: '', port: 465, security: 'tls', user: '', fromName: '', fromAddress: '' },
  sms: { enabled: false, url: '', signature: '' },
  quiet: { from: '21:00', until: '09:00' },
  cap: { messages: 2, days: 7 },
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** What of the settings cannot work, or would give a secret away. */
export const CHANNEL_FAULTS = [
  'smtp-host-missing',
  'smtp-from-missing',
  'smtp-not-secure',
  'sms-url-invalid',
  'sms-url-not-secure',
] as const;

/** Looks only at channels that are switched on. A password or a text never crosses a network in clear. */
export function channelFault({ email, sms }: ChannelSettings): (typeof CHANNEL_FAULTS)[number] | null {
  if (email.enabled) {
    if (!/^[\w.:-]+$/.test(email.host)) return 'smtp-host-missing';
    if (email.fromAddress === '') return 'smtp-from-missing';
    if (email.security === 'none' && !LOOPBACK.has(email.host)) return 'smtp-not-secure';
  }
  if (!sms.enabled) return null;
  const parts = /^(https?):\/\/(\[[0-9a-f:]+\]|[\w.-]+)(:\d{1,5})?(\/[\w./-]*)?$/i.exec(sms.url);
  if (!parts) return 'sms-url-invalid';
  return parts[1]?.toLowerCase() === 'http' && !LOOPBACK.has(parts[2] ?? '') ? 'sms-url-not-secure' : null;
}
