import type { BodyOf, Kind, RetractedKind, Retraction } from '../../shared/sync/kinds.ts';
import { writeAudience, writeAudienceEntry } from '../audiences/write-audience.ts';
import { writeAutomation, writeAutomationOccasion } from '../automations/write-automations.ts';
import { writeCampaign, writeCampaignPart } from '../campaigns/write-campaign.ts';
import { writeCouponIssue, writeCouponKind, writeCouponRecall } from '../coupons/write-coupons.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { writeMemberAlias } from '../members/write-member-alias.ts';
import { writeMemberDistinct } from '../members/write-member-distinct.ts';
import { writeMemberErasure } from '../members/write-member-erasure.ts';
import { writeMemberField } from '../members/write-member-field.ts';
import { writeMemberStanding } from '../members/write-member-standing.ts';
import { removeMember, writeConsentEvent, writeMember, writeMemberCard } from '../members/write-members.ts';
import { writeMessage, writeMessageOutcome, writeMessageTemplate } from '../messages/write-messages.ts';
import { writeOffer } from '../offers/write-offer.ts';
import { writePointsEntry } from '../points/write-points.ts';
import { removeCategory, removeProduct, writeCategory, writeProduct } from '../products/write-products.ts';
import { writePurchase } from '../purchases/write-purchase.ts';
import { writeProductRequest, writeRequestMark } from '../requests/write-requests.ts';
import { writeApiKey, writeAuditEntry, writeShift, writeStaff } from '../staff/write-staff.ts';
import { writeStockDocument, writeStockTerms } from '../stock/write-stock.ts';
import { writeProgramme, writeSetting, writeStore, writeTill } from '../stores/write-stores.ts';
import { writeTierChange } from '../tiers/write-tier-change.ts';
import type { Origin } from './origin.ts';

type Writers = { [K in Kind]: (db: WriteDb, body: BodyOf<K>, origin: Origin) => void };

const WRITERS: Writers = {
  store: writeStore,
  till: writeTill,
  staff: writeStaff,
  'api-key': writeApiKey,
  shift: writeShift,
  setting: writeSetting,
  programme: writeProgramme,
  category: writeCategory,
  product: writeProduct,
  offer: writeOffer,
  audience: writeAudience,
  automation: writeAutomation,
  'automation-occasion': writeAutomationOccasion,
  campaign: writeCampaign,
  'campaign-part': writeCampaignPart,
  'coupon-kind': writeCouponKind,
  'coupon-issue': writeCouponIssue,
  'coupon-recall': writeCouponRecall,
  member: writeMember,
  'member-field': writeMemberField,
  'member-standing': writeMemberStanding,
  'member-erasure': writeMemberErasure,
  'member-card': writeMemberCard,
  'member-alias': writeMemberAlias,
  'member-distinct': writeMemberDistinct,
  'consent-event': writeConsentEvent,
  'audience-entry': writeAudienceEntry,
  purchase: writePurchase,
  'points-entry': writePointsEntry,
  'tier-change': writeTierChange,
  'stock-terms': writeStockTerms,
  'stock-document': writeStockDocument,
  'product-request': writeProductRequest,
  'request-mark': writeRequestMark,
  'message-template': writeMessageTemplate,
  message: writeMessage,
  'message-outcome': writeMessageOutcome,
  'audit-entry': writeAuditEntry,
};

/**
 * Writes a fact into its tables and everything that is derived from it. A local act and a replay of the log go through
 * this same door, so what can be recorded can be rebuilt.
 */
export const applyFact = <K extends Kind>(db: WriteDb, kind: K, body: BodyOf<K>, origin: Origin): void =>
  (WRITERS[kind] as (db: WriteDb, body: BodyOf<K>, origin: Origin) => void)(db, body, origin);

const REMOVERS: Record<RetractedKind, (db: WriteDb, retraction: Retraction, origin: Origin) => void> = {
  member: removeMember,
  product: removeProduct,
  category: removeCategory,
};

/** Takes back what a fact of this id made. What other facts point at keeps its row and shows nobody any more. */
export const applyRetraction = (db: WriteDb, kind: RetractedKind, retraction: Retraction, origin: Origin): void =>
  REMOVERS[kind](db, retraction, origin);
