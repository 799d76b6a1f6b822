import { transaction } from '../../../db/kernel/connection.ts';
import { dropStranger, inboxCount, inboxRows } from '../../../db/messages/inbound.queries.ts';
import { attemptsOf, outboxCounts, outboxRows } from '../../../db/messages/outbox.queries.ts';
import { templateById, templates } from '../../../db/messages/templates.queries.ts';
import {
  type ChannelsView,
  type MessageTemplate,
  messagesContract,
} from '../../../shared/contract/messages.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import { isOptOut } from '../../../shared/messages/opt-out.ts';
import { router, type StoreCall, serveMutation, serveQuery } from '../../api/serve.ts';
import { channelSettings, saveChannels, secretState } from './channel-settings.ts';
import { decideMessages } from './decide-messages.ts';
import { messagesOfCampaign } from './messages-of-campaign.ts';
import { noticesView, saveNotices } from './notice-settings.ts';
import { previewMessage } from './preview-message.ts';
import { retireTemplate, saveTemplate } from './save-template.ts';
import { sendToMember } from './send-to-member.ts';
import { tryChannel } from './try-channel.ts';

function channelsView({ store, host }: StoreCall): ChannelsView {
  const view = (channel: 'email' | 'sms') => ({
    secret: secretState(store, channel),
    ...host.messages().state(channel),
  });
  return { settings: channelSettings(store), email: view('email'), sms: view('sms') };
}

type Template = NonNullable<ReturnType<typeof templateById.get>>;

const templateView = ({ store }: StoreCall, { content, owner, retired: _, ...row }: Template): MessageTemplate => ({
  ...content,
  ...row,
  isOwn: owner === store.facts.storeId,
});

export const messagesRouter = router({
  ofCampaign: serveQuery(messagesContract.ofCampaign, ({ store }, { campaignId }) =>
    messagesOfCampaign(store, campaignId),
  ),
  channels: serveQuery(messagesContract.channels, (call) => done(channelsView(call))),
  saveChannels: serveMutation(messagesContract.saveChannels, (call, wanted) => {
    const { host, store, staff, clock, ids } = call;
    const outcome = saveChannels(store, wanted, staff.staffId, clock(), ids);
    if (!outcome.ok) return outcome;
    host.messages().settingsChanged();
    host.changes.publish(['messages']);
    return done(channelsView(call));
  }),
  tryChannel: serveMutation(
    messagesContract.tryChannel,
    async ({ host, store, ids }, { channel, address, language }) => {
      if (!channelSettings(store)[channel].enabled) return refuse('channel-off');
      const reached =
        channel === 'sms' ? toE164(address, store.phoneRegion) : /^\S+@\S+$/.test(address) ? address : null;
      if (!reached) return refuse('address-invalid');
      return done(await tryChannel(host.messages(), store, { channel, address: reached, language }, ids));
    },
  ),

  notices: serveQuery(messagesContract.notices, ({ store }) => done(noticesView(store))),
  saveNotices: serveMutation(messagesContract.saveNotices, ({ host, store, staff, clock, ids }, wanted) => {
    const outcome = saveNotices(store, wanted, staff.staffId, clock(), ids);
    if (!outcome.ok) return outcome;
    host.changes.publish(['messages']);
    return done(noticesView(store));
  }),

  templates: serveQuery(messagesContract.templates, (call) =>
    done(templates.all(call.store.db, {}).map((row) => templateView(call, row))),
  ),
  saveTemplate: serveMutation(messagesContract.saveTemplate, (call, wanted) => {
    const { host, store, staff, clock, ids } = call;
    const outcome = saveTemplate(store, wanted, staff.staffId, clock(), ids);
    if (!outcome.ok) return outcome;
    host.changes.publish(['messages']);
    const saved = templateById.get(store.db, wanted);
    return saved ? done(templateView(call, saved)) : refuse('template-unknown');
  }),
  retireTemplate: serveMutation(
    messagesContract.retireTemplate,
    ({ host, store, staff, clock, ids }, { templateId }) => {
      const outcome = retireTemplate(store, templateId, staff.staffId, clock(), ids);
      if (outcome.ok) host.changes.publish(['messages']);
      return outcome;
    },
  ),
  preview: serveQuery(messagesContract.preview, ({ store, clock }, asked) =>
    done(previewMessage(store, asked, clock())),
  ),

  outbox: serveQuery(messagesContract.outbox, ({ store }, { states, ...window }) => {
    const counts = outboxCounts.all(store.db, {});
    const total = counts.reduce((sum, { state, messages }) => sum + (states.includes(state) ? messages : 0), 0);
    return done({ total, counts, rows: outboxRows.all(store.db, { states: JSON.stringify(states), ...window }) });
  }),
  inbox: serveQuery(messagesContract.inbox, ({ store }, window) => {
    const total = inboxCount.get(store.db, {})?.messages ?? 0;
    const rows = inboxRows
      .all(store.db, window)
      .map(({ address, ...row }) => ({ ...row, addressMasked: maskPhone(address), isOptOut: isOptOut(row.text) }));
    return done({ total, rows });
  }),
  forgetStranger: serveMutation(messagesContract.forgetStranger, ({ host, store }, asked) => {
    transaction(store.db, (tx) => void dropStranger.run(tx, asked));
    host.changes.publish(['messages']);
    return done(null);
  }),
  attempts: serveQuery(messagesContract.attempts, ({ store }, asked) => done(attemptsOf.all(store.db, asked))),
  decide: serveMutation(messagesContract.decide, ({ host, store, staff, clock, ids }, asked) => {
    const decided = decideMessages(store, asked, staff.staffId, clock(), ids);
    host.changes.publish(['messages']);
    host.messages().wake();
    return done({ decided });
  }),
  send: serveMutation(messagesContract.send, ({ host, store, staff, clock, ids }, asked) => {
    const outcome = sendToMember(store, asked, staff.staffId, clock(), ids);
    if (!outcome.ok) return outcome;
    host.changes.publish(['messages', `member:${asked.memberId}`]);
    host.messages().wake();
    return outcome;
  }),
});
