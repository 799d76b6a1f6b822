import { z } from 'zod';
import { idOf } from '../kernel/id.ts';
import { CHANNEL_FAULTS, channelSettings } from '../messages/channel-settings.ts';
import { CHANNELS, MESSAGE_LANGUAGES, MESSAGE_PURPOSES, OUTBOX_STATES } from '../messages/message.ts';
import { NOTICE_KINDS, NOTICE_WAYS, noticeSettings } from '../messages/notice.ts';
import { PLACEHOLDERS } from '../messages/placeholders.ts';
import { instantMs, someWords } from './fields.ts';
import { mutation, query } from './procedure.ts';

/** Words of more than one line; other control characters are refused. */
const lines = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^(\P{Cc}|\n)*$/u, 'control-characters')
    .refine((text) => text.isWellFormed(), 'half-characters');

const channel = z.enum(CHANNELS);
const subject = someWords(120).nullable();
const text = lines(4000);

const templateInput = z.object({
  name: someWords(60),
  purpose: z.enum(MESSAGE_PURPOSES),
  channel,
  language: z.enum(MESSAGE_LANGUAGES),
  /** An e-mail's; null for an SMS. */
  subject,
  text,
});

const template = templateInput.extend({
  templateId: idOf('message-template'),
  version: z.int(),
  changedAtMs: instantMs,
  staffName: z.string().nullable(),
  /** False for a template of headquarters: it is used here and not changed. */
  isOwn: z.boolean(),
});

const noticesInput = noticeSettings.extend({
  notices: z.record(
    z.enum(NOTICE_KINDS),
    z.object({
      by: z.enum(NOTICE_WAYS),
      words: z.record(
        z.enum(MESSAGE_LANGUAGES),
        z.object({ sms: lines(500), subject: someWords(120), email: lines(4000) }),
      ),
    }),
  ),
});

/** What a message will read like. `missing`: the text names something that the member has not. */
const written = z.object({
  subject: z.string().nullable(),
  text: z.string(),
  missing: z.enum(PLACEHOLDERS).nullable(),
  /** Of an SMS: how long, and how many are paid for. */
  sms: z.object({ alphabet: z.enum(['gsm-7', 'ucs-2']), length: z.int(), parts: z.int(), left: z.int() }).nullable(),
});

const channelView = z.object({
  /** `lost`: it was sealed on another computer, and is to be given again. */
  secret: z.enum(['none', 'kept', 'lost']),
  state: z.enum(['off', 'secret-missing', 'well', 'resting', 'broken']),
  /** A code of the last failure, where it rests or is broken. */
  code: z.string().nullable(),
});
const channelsView = z.object({ settings: channelSettings, email: channelView, sms: channelView });

const outboxRow = z.object({
  messageId: idOf('message'),
  memberId: idOf('member'),
  memberName: z.string().nullable(),
  channel,
  purpose: z.enum(MESSAGE_PURPOSES),
  /** Empty for somebody's own words. */
  templateName: z.string(),
  /** As it was handed over last; null before, where a template will say it. */
  text: z.string().nullable(),
  state: z.enum(OUTBOX_STATES),
  /** Why it stands so: a reason to withhold, or a code of the channel. */
  reason: z.string().nullable(),
  /** When it is looked at next; null: a person decides, or nothing more happens. */
  dueAtMs: instantMs.nullable(),
  attempts: z.int(),
  createdAtMs: instantMs,
  changedAtMs: instantMs,
  staffName: z.string().nullable(),
});

const inboxRow = z.object({
  messageId: idOf('message'),
  /** Null: the number is no member's. */
  memberId: idOf('member').nullable(),
  memberName: z.string().nullable(),
  addressMasked: z.string(),
  text: z.string(),
  /** Whether it asked for no more, and the consent was withdrawn. */
  isOptOut: z.boolean(),
  atMs: instantMs,
});

/** How a campaign's messages by one channel stand. */
const ofCampaign = z.object({
  channel: z.enum(CHANNELS),
  /** Empty where the template is there no more. */
  templateName: z.string(),
  /** Members whose message is not in the outbox yet. */
  ahead: z.int(),
  /** They are so until somebody says so: a backup was restored, and who has a message already is not known. */
  isStopped: z.boolean(),
  queued: z.int(),
  sent: z.int(),
  /** Handed over without an answer: asked about, or decided by a person. */
  uncertain: z.int(),
  failed: z.int(),
  /** Not sent though nothing went wrong. */
  withheld: z.int(),
  /** Why, the most frequent first. */
  reasons: z.array(z.object({ reason: z.string(), messages: z.int() })),
});

const noticesView = z.object({
  /** What a save is based on; 0: nothing was saved yet. */
  version: z.int(),
  settings: noticeSettings,
  /** Whether each channel is switched on. */
  channels: z.record(z.enum(CHANNELS), z.boolean()),
});

const secret = z.string().min(1).max(500);

export const messagesContract = {
  /** How a campaign's messages stand, a channel each; none where it sends none or never went live. */
  ofCampaign: query({
    access: 'campaign.plan',
    input: z.object({ campaignId: idOf('campaign') }),
    output: z.array(ofCampaign),
    refusals: ['campaign-unknown'],
  }),

  channels: query({ access: 'settings.write', input: z.void(), output: channelsView }),
  /** A secret that is left out stays as it is. */
  saveChannels: mutation({
    access: 'settings.write',
    input: z.object({
      settings: channelSettings,
      secrets: z.object({ email: secret.optional(), sms: secret.optional() }).default({}),
    }),
    output: channelsView,
    refusals: CHANNEL_FAULTS,
  }),
  /** Sends a few words to an address that is given, by the settings as they are saved. */
  tryChannel: mutation({
    access: 'settings.write',
    input: z.object({ channel, address: z.string().trim().min(3).max(120), language: z.enum(MESSAGE_LANGUAGES) }),
    output: z.object({
      answer: z.enum(['accepted', 'refused', 'later', 'uncertain', 'broken']),
      code: z.string().nullable(),
    }),
    refusals: ['channel-off', 'address-invalid'],
  }),

  /** Which notices are sent, how, and what they say. */
  notices: query({ access: 'message.send', input: z.void(), output: noticesView }),
  saveNotices: mutation({
    access: 'message.send',
    input: z.object({ basedOn: z.int().min(0), settings: noticesInput }),
    output: noticesView,
    /** `template-placeholder-unknown` {names}: what such a notice cannot fill in. */
    refusals: ['template-placeholder-unknown', 'notices-changed'],
  }),

  templates: query({ access: 'message.send', input: z.void(), output: z.array(template) }),
  /** Writes a template or the next version of one. `basedOn`: the version that the form showed, 0 for a new one. */
  saveTemplate: mutation({
    access: 'message.send',
    input: z.object({
      templateId: idOf('message-template'),
      basedOn: z.int().min(0),
      content: templateInput,
    }),
    output: template,
    /** `template-placeholder-unknown` {names}: what stands in braces and means nothing. */
    refusals: [
      'template-subject-missing',
      'template-placeholder-unknown',
      'template-changed',
      'template-not-ours',
      'template-unknown',
    ],
  }),
  /** Nothing more is sent by it; what waits is withheld. */
  retireTemplate: mutation({
    access: 'message.send',
    input: z.object({ templateId: idOf('message-template') }),
    output: z.null(),
    refusals: ['template-unknown', 'template-not-ours'],
  }),
  /** What a text reads like for a member, or for somebody who might be one. */
  preview: query({
    access: 'message.send',
    input: z.object({
      content: templateInput
        .omit({ name: true })
        .extend({ subject: z.string().max(120).nullable(), text: z.string().max(4000) }),
      memberId: idOf('member').nullable(),
    }),
    output: written,
  }),

  /** Newest first. */
  outbox: query({
    access: 'message.send',
    input: z.object({
      states: z.array(z.enum(OUTBOX_STATES)).min(1).max(7),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(outboxRow),
      /** Of all states; one without messages is left out. */
      counts: z.array(z.object({ state: z.enum(OUTBOX_STATES), messages: z.int() })),
    }),
  }),
  /** What came in, newest first. */
  inbox: query({
    access: 'message.send',
    input: z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({ total: z.int(), rows: z.array(inboxRow) }),
  }),
  /** What came from a number that is no member's was read. */
  forgetStranger: mutation({
    access: 'message.send',
    input: z.object({ messageId: idOf('message') }),
    output: z.null(),
  }),
  attempts: query({
    access: 'message.send',
    input: z.object({ messageId: idOf('message') }),
    output: z.array(
      z.object({ attempt: z.int(), atMs: instantMs, answer: z.string().nullable(), code: z.string().nullable() }),
    ),
  }),
  /**
   * What a person decides: to send again what failed, was withheld or is in doubt, to leave it, or that it did go out.
   * Those in a state that does not fit are passed over; answers how many were decided.
   */
  decide: mutation({
    access: 'message.send',
    input: z.object({
      messageIds: z.array(idOf('message')).min(1).max(200),
      decision: z.enum(['send', 'cancel', 'was-sent']),
    }),
    output: z.object({ decided: z.int() }),
  }),
  /** One message to one member. The window makes `messageId` once; the same again sends nothing more. */
  send: mutation({
    access: 'message.send',
    input: z.object({
      messageId: idOf('message'),
      memberId: idOf('member'),
      channel,
      purpose: z.enum(MESSAGE_PURPOSES),
      language: z.enum(MESSAGE_LANGUAGES),
      subject,
      text,
    }),
    output: z.null(),
    refusals: [
      'member-unknown',
      'message-id-reused',
      'channel-off',
      'template-subject-missing',
      'template-placeholder-unknown',
      'message-no-address',
      'message-no-consent',
      'member-stopped',
    ],
  }),
};
export type NoticesView = z.infer<typeof noticesView>;
export type ChannelsView = z.infer<typeof channelsView>;
export type InboxRow = z.infer<typeof inboxRow>;
export type MessageTemplate = z.infer<typeof template>;
export type OutboxRow = z.infer<typeof outboxRow>;
export type WrittenPreview = z.infer<typeof written>;
export type CampaignMessages = z.infer<typeof ofCampaign>;
