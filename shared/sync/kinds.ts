import type { z } from 'zod';
import { audienceEntryFact, audienceFact } from '../audiences/audience.facts.ts';
import { automationFact, automationOccasionFact } from '../automations/automation.facts.ts';
import { campaignFact, campaignPartFact } from '../campaigns/campaign.facts.ts';
import { couponIssueFact, couponRecallFact } from '../coupons/coupon.facts.ts';
import { couponKindFact } from '../coupons/coupon-kind.ts';
import type { Id } from '../kernel/id.ts';
import { memberFieldFact } from '../members/custom-fields.ts';
import {
  consentEventFact,
  memberAliasFact,
  memberCardFact,
  memberDistinctFact,
  memberErasureFact,
  memberFact,
  memberStandingFact,
} from '../members/member.facts.ts';
import { messageFact, messageOutcomeFact, messageTemplateFact } from '../messages/message.facts.ts';
import { pointsEntryFact } from '../points/points-entry.fact.ts';
import { categoryFact, productFact } from '../products/product.facts.ts';
import { offerFact } from '../promotions/offer.fact.ts';
import { purchaseFact } from '../purchases/purchase.fact.ts';
import { productRequestFact, requestMarkFact } from '../requests/request.facts.ts';
import { shiftFact } from '../staff/shift.fact.ts';
import { apiKeyFact, auditEntryFact, staffFact } from '../staff/staff.facts.ts';
import { stockDocumentFact, stockTermsFact } from '../stock/stock.facts.ts';
import { programmeFact, settingFact, storeFact, tillFact } from '../stores/store.facts.ts';
import { tierChangeFact } from '../tiers/tier-change.fact.ts';

/** How two stores' versions of the same thing become one; see docs/sync.md. */
export type MergeRule = 'append-only' | 'field-by-field' | 'owner-writes' | 'alias' | 'superseding';

/** What a change-log kind is: who writes it, how it merges, whose person it is about, where it goes. */
interface KindTerms<Body extends z.ZodType> {
  readonly writer: 'any-store' | 'owner';
  readonly merge: MergeRule;
  readonly body: Body;
  readonly schemaVersion: number;
  /** The field of the body that names the person whose data the body holds, or null where it holds none. */
  readonly subject: 'id' | 'memberId' | null;
  /** Paths in the body that are personal data, destroyed by an erasure of the subject. */
  readonly personalFields: readonly string[];
  /** Where headquarters publishes it: to the stores of the chain, to the member's stores, or nowhere. */
  readonly publication: 'chain' | 'members' | 'none';
  /** The tables that hold it. */
  readonly tables: readonly string[];
}

const kind = <Body extends z.ZodType>(terms: KindTerms<Body>): KindTerms<Body> => terms;

export const KINDS = {
  store: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: storeFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['store'],
  }),
  till: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: tillFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['till'],
  }),
  staff: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: staffFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['staff'],
  }),
  'api-key': kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: apiKeyFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['api_key'],
  }),
  shift: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: shiftFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['shift'],
  }),
  setting: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: settingFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['setting'],
  }),
  programme: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: programmeFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['programme'],
  }),
  category: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: categoryFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['category'],
  }),
  product: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: productFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['product', 'product_barcode'],
  }),
  offer: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: offerFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['offer', 'offer_version'],
  }),
  campaign: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: campaignFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['campaign', 'campaign_version', 'campaign_offer'],
  }),
  'campaign-part': kind({
    writer: 'owner',
    merge: 'append-only',
    body: campaignPartFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['campaign_part', 'campaign_member'],
  }),
  automation: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: automationFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['automation', 'automation_version'],
  }),
  'automation-occasion': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: automationOccasionFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'members',
    tables: ['automation_occasion'],
  }),
  'coupon-kind': kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: couponKindFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['coupon_kind', 'coupon_kind_version'],
  }),
  'coupon-issue': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: couponIssueFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['coupon_issue', 'coupon'],
  }),
  'coupon-recall': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: couponRecallFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['coupon_recall', 'coupon_recalled'],
  }),
  audience: kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: audienceFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['audience', 'audience_version'],
  }),
  member: kind({
    writer: 'any-store',
    merge: 'field-by-field',
    body: memberFact,
    schemaVersion: 1,
    subject: 'id',
    personalFields: ['profile'],
    publication: 'members',
    tables: ['member', 'member_identity'],
  }),
  'member-field': kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: memberFieldFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['member_field'],
  }),
  'member-standing': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: memberStandingFact,
    schemaVersion: 1,
    subject: 'memberId',
    personalFields: ['note'],
    publication: 'members',
    tables: ['member_standing'],
  }),
  'member-erasure': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: memberErasureFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'members',
    tables: ['member_erasure'],
  }),
  'member-card': kind({
    writer: 'any-store',
    merge: 'field-by-field',
    body: memberCardFact,
    schemaVersion: 1,
    subject: 'memberId',
    personalFields: ['number'],
    publication: 'members',
    tables: ['member_card'],
  }),
  'member-alias': kind({
    writer: 'any-store',
    merge: 'alias',
    body: memberAliasFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'members',
    tables: ['member_alias'],
  }),
  'member-distinct': kind({
    writer: 'any-store',
    merge: 'alias',
    body: memberDistinctFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'members',
    tables: ['member_distinct'],
  }),
  'consent-event': kind({
    writer: 'any-store',
    merge: 'superseding',
    body: consentEventFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'members',
    tables: ['consent_event'],
  }),
  'audience-entry': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: audienceEntryFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'members',
    tables: ['audience_entry'],
  }),
  purchase: kind({
    writer: 'any-store',
    merge: 'append-only',
    body: purchaseFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['purchase', 'purchase_line', 'tender', 'offer_use', 'purchase_promotion', 'coupon_use'],
  }),
  'points-entry': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: pointsEntryFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'members',
    tables: ['points_entry', 'points_lot'],
  }),
  'tier-change': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: tierChangeFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'members',
    tables: ['tier_change'],
  }),
  'stock-terms': kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: stockTermsFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['stock_terms'],
  }),
  'stock-document': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: stockDocumentFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['stock_document', 'stock_document_line'],
  }),
  'product-request': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: productRequestFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['product_request'],
  }),
  'request-mark': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: requestMarkFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['request_mark', 'request_marked'],
  }),
  'message-template': kind({
    writer: 'owner',
    merge: 'owner-writes',
    body: messageTemplateFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'chain',
    tables: ['message_template', 'message_template_version'],
  }),
  message: kind({
    writer: 'any-store',
    merge: 'append-only',
    body: messageFact,
    schemaVersion: 1,
    subject: 'memberId',
    personalFields: ['address', 'subject', 'text'],
    publication: 'members',
    tables: ['message'],
  }),
  'message-outcome': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: messageOutcomeFact,
    schemaVersion: 1,
    subject: 'memberId',
    personalFields: [],
    publication: 'members',
    tables: ['message_outcome'],
  }),
  'audit-entry': kind({
    writer: 'any-store',
    merge: 'append-only',
    body: auditEntryFact,
    schemaVersion: 1,
    subject: null,
    personalFields: [],
    publication: 'none',
    tables: ['audit_entry'],
  }),
};

export type Kind = keyof typeof KINDS;
export type BodyOf<K extends Kind> = z.infer<(typeof KINDS)[K]['body']>;

/** What may be taken back as a whole, as if it had not been. Everything else is reversed by a fact of its own. */
export type RetractedKind = 'member' | 'product' | 'category';

/** The body of a tombstone. */
export interface Retraction {
  readonly id: Id;
  readonly why: 'import-undone';
}

/** Tables that are never synced, each with the reason. Together with the kinds' tables they are all there are. */
export const LOCAL_TABLES: Readonly<Record<string, string>> = {
  change_log: 'the log itself',
  sync_state: 'where this store stands in its own log',
  sync_cursor: 'where this store stands with headquarters',
  headquarters: 'by which key and where this store talks to headquarters',
  taken_back: 'what headquarters holds of this log, until it is written',
  pulled_fact: 'which facts of other stores were written here already',
  staff_credential: 'secrets stay at the store',
  api_key_credential: 'secrets stay at the store',
  open_basket: 'no sale yet, so no fact',
  import_run: 'what it wrote travels as facts; the run is this store’s',
  import_act: 'where the run’s changes lie in this log',
  import_kept: 'what an undo left, to be shown here',
  bulk_run: 'what it changed travels as facts; how far it came is this store’s',
  bulk_chunk: 'what an undo needs here; it names rows and nobody',
  audience_member: 'derived from the entries of lists',
  device: 'which till this computer is',
  lot_holding: 'derived from the points entries',
  member_summary: 'derived from members, their consents, purchases and points entries',
  nightly_run: 'how far this store’s own work has come; what it did travels as facts',
  coupon_sum: 'derived from coupons and purchases',
  coupon_member_sum: 'derived from the purchases',
  coupon_batch: 'how far this store’s own work has come; what it issued travels as facts',
  coupon_guess: 'what this store’s tills tried in the last minute',
  offer_sum: 'derived from the purchases',
  offer_member_sum: 'derived from the purchases',
  campaign_day: 'derived from the purchases of its members',
  campaign_freeze: 'how far this store has come with its members; who they are travels as facts',
  campaign_sending: 'how far this store has come with its messages; what was sent travels as a fact',
  tier_standing: 'derived from the tier changes',
  list_layout: 'how somebody looks at a list is nobody else’s',
  list_filter: 'how somebody looks at a list is nobody else’s',
  member_scan: 'what the last scan of all members found, until the next',
  duplicate_pair: 'found by a scan, which can be run again',
  member_flaw: 'found by a scan, which can be run again',
  stock_level: 'derived from purchases and stock documents',
  stock_day: 'derived from purchases',
  stock_draft: 'nothing moved yet, so no fact',
  outbox: 'who sends is this store’s own business; what was sent travels as a fact',
  outbox_attempt: 'how this store’s channels answered',
  channel_secret: 'secrets stay at the store',
  inbound_cursor: 'how far this store has read its own gateway',
  value_reckoning: 'derived from members and their purchases',
  stranger_message: 'of nobody on file; forgotten once it is read',
};
