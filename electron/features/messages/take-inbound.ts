import { type Act, perform } from '../../../db/changes/act.ts';
import { nodeDigest } from '../../../db/changes/digest.ts';
import { consentsOf, memberByPk, membersByPhone } from '../../../db/members/members.queries.ts';
import { inboundCursor, putInboundCursor, putStranger } from '../../../db/messages/inbound.queries.ts';
import { lastWrittenTo, messageKnown, messageMember, outcomeKnown } from '../../../db/messages/messages.queries.ts';
import { namedId } from '../../../shared/imports/named-id.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { inForce } from '../../../shared/members/consent.ts';
import { toE164 } from '../../../shared/members/phone.ts';
import { isOptOut } from '../../../shared/messages/opt-out.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { Inbound, InboundEvent } from './channels/open-channel.ts';

/** More members than share a phone. */
const MOST_SHARING = 20;

export const inboundFrom = ({ db }: OpenStore): string | null =>
  inboundCursor.get(db, { channel: 'sms' })?.cursor ?? null;

/**
 * Takes what came in by SMS, with how far the gateway was read, in one transaction: what is read again is known by the
 * gateway's id of it. Returns the members whom it concerns.
 */
export function takeInbound(store: OpenStore, { events, next }: Inbound, nowMs: number, ids: IdSource): Id<'member'>[] {
  return perform<Id<'member'>[]>(store.db, nowMs, (act) => {
    const members = events.flatMap((event) =>
      event.kind === 'reply' ? takeReply(act, store, event, ids) : takeReport(act, store, event),
    );
    putInboundCursor.run(act.db, { channel: 'sms', cursor: next });
    return members;
  });
}

type Reply = Extract<InboundEvent, { kind: 'reply' }>;
type Report = Extract<InboundEvent, { kind: 'report' }>;

function takeReply(act: Act, store: OpenStore, { id: eventId, from, text }: Reply, ids: IdSource): Id<'member'>[] {
  const id = namedId('inbound-sms', 'message', `${store.facts.storeId} ${eventId}`, nodeDigest);
  if (messageKnown.get(act.db, { messageId: id })) return [];
  const phone = toE164(from, store.phoneRegion);
  const sharing = phone ? membersAt(act, phone) : [];
  // Who was written to last answers; else who was here last.
  const lastId = phone && lastWrittenTo.get(act.db, { address: phone })?.memberId;
  const sender = sharing.find(({ memberId }) => memberId === lastId) ?? sharing[0];
  if (!sender) {
    putStranger.run(act.db, { messageId: id, address: from, text, atMs: act.nowMs });
    return [];
  }
  act.record('message', {
    id,
    memberId: sender.memberId,
    storeId: store.facts.storeId,
    direction: 'in',
    channel: 'sms',
    purpose: 'service',
    template: null,
    occasion: null,
    address: phone ?? from,
    subject: null,
    text,
    atMs: act.nowMs,
    staffId: null,
  });
  // Nobody says which of those who share the phone wants no more: none of them gets any.
  if (isOptOut(text)) for (const { memberId } of sharing) withdraw(act, store, memberId, ids);
  return isOptOut(text) ? sharing.map(({ memberId }) => memberId) : [sender.memberId];
}

/** Members who can be reached there, each once, whoever was here last first. */
function membersAt({ db }: Act, phone: string) {
  const found = membersByPhone
    .all(db, { phone, limit: MOST_SHARING })
    .flatMap((each) => memberByPk.get(db, each) ?? []);
  const known = found.filter(({ status }) => status !== 'erased' && status !== 'removed');
  return [...new Map(known.map((member) => [member.memberPk, member])).values()];
}

function withdraw(act: Act, store: OpenStore, memberId: Id<'member'>, ids: IdSource): void {
  const said = inForce(consentsOf.all(act.db, { memberId })).find(({ purpose }) => purpose === 'marketing-sms');
  if (said && !said.given) return;
  act.record('consent-event', {
    id: ids<'consent-event'>(),
    memberId,
    purpose: 'marketing-sms',
    given: false,
    noticeVersion: said?.noticeVersion ?? '1',
    channel: 'message',
    storeId: store.facts.storeId,
    staffId: null,
    atMs: act.nowMs,
    supersedesId: said?.eventId ?? null,
  });
}

function takeReport(act: Act, store: OpenStore, { id: eventId, messageId, delivered }: Report): Id<'member'>[] {
  const sent = messageMember.get(act.db, { messageId });
  const id = namedId('inbound-sms', 'message-outcome', `${store.facts.storeId} ${eventId}`, nodeDigest);
  if (!sent || outcomeKnown.get(act.db, { outcomeId: id })) return [];
  act.record('message-outcome', {
    id,
    messageId,
    memberId: sent.memberId,
    outcome: delivered ? 'delivered' : 'undelivered',
    atMs: act.nowMs,
  });
  return [sent.memberId];
}
