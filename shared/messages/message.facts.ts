import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { CHANNELS, MESSAGE_LANGUAGES, MESSAGE_PURPOSES } from './message.ts';

/** What a template says. The subject is an e-mail's. */
export const templateContent = z.object({
  name: z.string(),
  purpose: z.enum(MESSAGE_PURPOSES),
  channel: z.enum(CHANNELS),
  language: z.enum(MESSAGE_LANGUAGES),
  subject: z.string().nullable(),
  text: z.string(),
});
export type TemplateContent = z.infer<typeof templateContent>;

/** Versions are never edited: what was sent keeps the one that it was written by. */
export const messageTemplateFact = z.object({
  id: idOf('message-template'),
  owner: z.string(),
  version: z.int().min(1),
  retired: z.boolean(),
  content: templateContent,
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type MessageTemplateFact = z.infer<typeof messageTemplateFact>;

/**
 * A message that went out to a member, once the channel took it, or that came in from one. What it says and the address
 * are the person's, and destroyed with the identity.
 */
export const messageFact = z.object({
  id: idOf('message'),
  memberId: idOf('member'),
  storeId: idOf('store'),
  direction: z.enum(['out', 'in']),
  channel: z.enum(CHANNELS),
  purpose: z.enum(MESSAGE_PURPOSES),
  template: z.object({ id: idOf('message-template'), version: z.int() }).nullable(),
  /** What it was sent for, once a member: `automation:<id>:2026`, `campaign:<id>`. */
  occasion: z.string().nullable(),
  address: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  atMs: z.int(),
  staffId: idOf('staff').nullable(),
});
export type MessageFact = z.infer<typeof messageFact>;

/** What became of a message that went out; the latest counts. */
export const MESSAGE_OUTCOMES = ['delivered', 'undelivered'] as const;
export const messageOutcomeFact = z.object({
  id: idOf('message-outcome'),
  messageId: idOf('message'),
  memberId: idOf('member'),
  outcome: z.enum(MESSAGE_OUTCOMES),
  atMs: z.int(),
});
export type MessageOutcomeFact = z.infer<typeof messageOutcomeFact>;
