/** By what a message travels. */
export const CHANNELS = ['sms', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `marketing` needs consent of the channel and keeps quiet hours and the cap. `service` is a notice of what somebody did here. */
export const MESSAGE_PURPOSES = ['marketing', 'service'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

export const MESSAGE_LANGUAGES = ['zh-CN', 'en'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/**
 * Where a message stands. `sending`: handed over, no answer yet. `uncertain`: the answer never came, so it may have gone
 * out or not: it is asked about, or a person decides; it is never sent again blindly.
 */
export const OUTBOX_STATES = ['queued', 'sending', 'uncertain', 'sent', 'failed', 'withheld', 'cancelled'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Why a message was not sent, though nothing went wrong. */
export const WITHHELD_REASONS = [
  'too-late',
  'member-gone',
  'member-stopped',
  'no-address',
  'no-consent',
  'declined',
  'cap-reached',
  'value-missing',
  'template-retired',
  'campaign-over',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];
