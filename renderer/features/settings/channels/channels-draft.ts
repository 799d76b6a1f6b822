import type { ChannelSettings, SMTP_SECURITY } from '../../../../shared/messages/channel-settings.ts';

/** What the form of the channels holds: figures as typed, secrets as typed anew. */
export interface ChannelsDraft {
  readonly emailOn: boolean;
  readonly host: string;
  readonly port: string;
  readonly security: (typeof SMTP_SECURITY)[number];
  readonly user: string;
  readonly password: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly smsOn: boolean;
  readonly url: string;
  readonly key: string;
  readonly signature: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly cap: string;
  readonly capDays: string;
}

export const channelsDraft = ({ email, sms, quiet, cap }: ChannelSettings): ChannelsDraft => ({
  emailOn: email.enabled,
  host: email.host,
  port: `${email.port}`,
  security: email.security,
  user: email.user,
  password: '',
  fromName: email.fromName,
  fromAddress: email.fromAddress,
  smsOn: sms.enabled,
  url: sms.url,
  key: '',
  signature: sms.signature,
  quietFrom: quiet.from,
  quietUntil: quiet.until,
  cap: `${cap.messages}`,
  capDays: `${cap.days}`,
});

/** A whole number from 1 to `most`, or null where none was typed. */
export function wholeOf(typed: string, most: number): number | null {
  const number = Number(typed.trim());
  return /^\d{1,5}$/.test(typed.trim()) && number >= 1 && number <= most ? number : null;
}

/** What is saved; the draft was checked. A secret that was not typed stays as it is. */
export const channelsWanted = (draft: ChannelsDraft) => ({
  settings: {
    email: {
      enabled: draft.emailOn,
      host: draft.host.trim(),
      port: wholeOf(draft.port, 65_535) ?? 465,
      security: draft.security,
      user: draft.user.trim(),
      fromName: draft.fromName.trim(),
      fromAddress: draft.fromAddress.trim(),
    },
    sms: { enabled: draft.smsOn, url: draft.url.trim(), signature: draft.signature.trim() },
    quiet: { from: draft.quietFrom, until: draft.quietUntil },
    cap: { messages: wholeOf(draft.cap, 100) ?? 1, days: wholeOf(draft.capDays, 365) ?? 1 },
  } satisfies ChannelSettings,
  secrets: {
    ...(draft.password === '' ? {} : { email: draft.password }),
    ...(draft.key === '' ? {} : { sms: draft.key }),
  },
});
