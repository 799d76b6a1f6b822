import { customValuesSchema } from '../../shared/members/member.facts.ts';
import {
  birthdaySchema,
  CONSENT_PURPOSES,
  GENDERS,
  MEMBER_STATUSES,
  SOURCES,
  TIERS,
} from '../../shared/members/profile.ts';
import { bytes, flag, id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { SAME_PERSON } from './same-person.ts';

/** The member that an id stands for: itself, or the one that it was merged into. */
const STANDS_FOR = 'FROM member AS asked JOIN member ON member.member_pk = ifnull(asked.canonical_pk, asked.member_pk)';

/**
 * What a card of a member shows, but for the points, which come from the lots. The card is one of its own ids', or, where
 * it has none, of an id that was merged into it.
 */
const CARD = `SELECT member.member_pk AS memberPk, member.id AS memberId, name, phone, email, birthday, member.status, member.tier,
          last_purchase_date AS lastVisitDate, purchases, debt_points AS debtPoints, balance_points AS balancePoints,
          ifnull((SELECT number FROM member_card WHERE member_card.member_pk = member.member_pk AND state = 'active' ORDER BY card_pk DESC LIMIT 1),
            (SELECT number FROM member AS other JOIN member_card USING (member_pk)
             WHERE other.canonical_pk = member.member_pk AND state = 'active' ORDER BY card_pk DESC LIMIT 1)) AS cardNumber
        ${STANDS_FOR} JOIN member_summary ON member_summary.member_pk = member.member_pk
        LEFT JOIN member_identity ON member_identity.member_pk = member.member_pk`;
const card = {
  memberPk: integer,
  memberId: id('member'),
  name: nullable(text),
  phone: nullable(text),
  email: nullable(text),
  birthday: nullable(json(birthdaySchema)),
  status: oneOf(MEMBER_STATUSES),
  tier: oneOf(TIERS),
  lastVisitDate: nullable(text),
  purchases: integer,
  debtPoints: integer,
  balancePoints: integer,
  cardNumber: nullable(text),
};

export const memberById = defineQuery({
  name: 'members.by-id',
  sql: `${CARD} WHERE asked.id = @memberId`,
  params: { memberId: id('member') },
  row: card,
});

/** By the key that the searches return. */
export const memberByPk = defineQuery({
  name: 'members.by-pk',
  sql: `${CARD} WHERE asked.member_pk = @memberPk`,
  params: { memberPk: integer },
  row: card,
});

/** What a sale needs of a member, and no more: it is read in every one. */
export const memberForSale = defineQuery({
  name: 'members.for-sale',
  sql: `SELECT member.member_pk AS memberPk, member.id AS canonicalId, member.status, member.tier, debt_points AS debtPoints,
          purchases, net_minor AS netMinor
        ${STANDS_FOR} JOIN member_summary ON member_summary.member_pk = member.member_pk WHERE asked.id = @memberId`,
  params: { memberId: id('member') },
  row: {
    memberPk: integer,
    canonicalId: id('member'),
    status: oneOf(MEMBER_STATUSES),
    tier: oneOf(TIERS),
    debtPoints: integer,
    purchases: integer,
    netMinor: integer,
  },
});

/** When a member has birthday, for the offers that ask. */
export const birthdayForOffers = defineQuery({
  name: 'members.birthday-for-offers',
  sql: 'SELECT birthday FROM member_identity WHERE member_pk = @memberPk',
  params: { memberPk: integer },
  row: { birthday: nullable(json(birthdaySchema)) },
});

export const memberProfile = defineQuery({
  name: 'members.profile',
  sql: `SELECT member_identity.name, email, gender, birthday, address, note, wechat_id AS wechatId, custom, member.source, member.enrolled_at_ms AS enrolledAtMs,
          staff.name AS enrolledBy, store.name AS homeStore, member.referred_by AS referredById, purchases, net_minor AS netMinor,
          first_purchase_date AS firstPurchaseDate, last_purchase_date AS lastPurchaseDate
        ${STANDS_FOR} JOIN member_summary ON member_summary.member_pk = member.member_pk
        JOIN store ON store.store_pk = member.home_store_pk
        LEFT JOIN member_identity ON member_identity.member_pk = member.member_pk
        LEFT JOIN staff ON staff.staff_pk = member.enrolled_by_pk
        WHERE asked.id = @memberId`,
  params: { memberId: id('member') },
  row: {
    name: nullable(text),
    email: nullable(text),
    gender: nullable(oneOf(GENDERS)),
    birthday: nullable(json(birthdaySchema)),
    address: nullable(text),
    note: nullable(text),
    wechatId: nullable(text),
    custom: nullable(json(customValuesSchema)),
    source: oneOf(SOURCES),
    enrolledAtMs: integer,
    enrolledBy: nullable(text),
    homeStore: text,
    referredById: nullable(id('member')),
    purchases: integer,
    netMinor: integer,
    firstPurchaseDate: nullable(text),
    lastPurchaseDate: nullable(text),
  },
});

/** Searches answer from an index alone, with keys; the cards are read for those that are shown. */
const found = { memberPk: integer };
const FOUND = 'SELECT member_pk AS memberPk FROM member_identity';
const NEWEST = 'ORDER BY visit_day DESC, member_pk DESC LIMIT @limit';

export const membersByPhone = defineQuery({
  name: 'members.by-phone',
  sql: `${FOUND} WHERE phone = @phone ${NEWEST}`,
  params: { phone: text, limit: integer },
  row: found,
});

export const membersByEmail = defineQuery({
  name: 'members.by-email',
  sql: `${FOUND} WHERE email = @email ${NEWEST}`,
  params: { email: text, limit: integer },
  row: found,
});

export const membersByLast4 = defineQuery({
  name: 'members.by-last-4',
  sql: `${FOUND} WHERE phone_last4 = @digits AND phone LIKE '%' || @endsWith ${NEWEST}`,
  params: { digits: text, endsWith: text, limit: integer },
  row: found,
});

export const membersByCard = defineQuery({
  name: 'members.by-card',
  sql: `SELECT member_pk AS memberPk FROM member_card WHERE number = @number AND state = 'active' ORDER BY member_pk DESC LIMIT @limit`,
  params: { number: text, limit: integer },
  row: found,
});

/** By the last five bytes of an id: nearly always one. */
export const membersByIdEnd = defineQuery({
  name: 'members.by-id-end',
  sql: 'SELECT member_pk AS memberPk FROM member WHERE substr(id, 12) = @end ORDER BY member_pk LIMIT @limit',
  params: { end: bytes, limit: integer },
  row: found,
});

/** `end` is the prefix with the highest character behind it. */
const byPrefix = (column: 'name' | 'pinyin' | 'initials') =>
  defineQuery({
    name: `members.by-${column}-prefix`,
    sql: `${FOUND} WHERE ${column} >= @prefix AND ${column} < @end ${NEWEST}`,
    params: { prefix: text, end: text, limit: integer },
    row: found,
  });
export const membersByName = byPrefix('name');
export const membersByPinyin = byPrefix('pinyin');
export const membersByInitials = byPrefix('initials');

export const consentsOf = defineQuery({
  name: 'consent-events.of-member',
  sql: `SELECT consent_event.id AS eventId, member.id AS memberId, purpose, given, notice_version AS noticeVersion, at_ms AS atMs, channel
        FROM consent_event JOIN member USING (member_pk) WHERE member_pk IN ${SAME_PERSON}
        ORDER BY hlc, consent_pk`,
  params: { memberId: id('member') },
  row: {
    eventId: id('consent-event'),
    memberId: id('member'),
    purpose: oneOf(CONSENT_PURPOSES),
    given: flag,
    noticeVersion: text,
    atMs: integer,
    channel: text,
  },
});

/** Every consent that was given or withdrawn, in the order of the stamps, newest first, from before a stamp. */
export const consentsBefore = defineQuery({
  name: 'consent-events.before',
  sql: `SELECT consent_event.id AS eventId, purpose, given, notice_version AS noticeVersion, channel, at_ms AS atMs, hlc AS at,
          staff.name AS staffName
        FROM consent_event LEFT JOIN staff USING (staff_pk)
        WHERE member_pk IN ${SAME_PERSON} AND hlc < @before ORDER BY hlc DESC LIMIT @limit`,
  params: { memberId: id('member'), before: text, limit: integer },
  row: {
    eventId: id('consent-event'),
    purpose: oneOf(CONSENT_PURPOSES),
    given: flag,
    noticeVersion: text,
    channel: text,
    atMs: integer,
    at: text,
    staffName: nullable(text),
  },
});

export const consentEventKnown = defineQuery({
  name: 'consent-events.known',
  sql: `SELECT member.id AS memberId, purpose, given, notice_version AS noticeVersion
        FROM consent_event JOIN member USING (member_pk) WHERE consent_event.id = @eventId`,
  params: { eventId: id('consent-event') },
  row: { memberId: id('member'), purpose: oneOf(CONSENT_PURPOSES), given: flag, noticeVersion: text },
});

export const activeCards = defineQuery({
  name: 'member-cards.active',
  sql: `SELECT member_card.id, member.id AS memberId, number, issued_at_ms AS issuedAtMs FROM member_card JOIN member USING (member_pk)
        WHERE member_pk IN ${SAME_PERSON} AND state = 'active' ORDER BY card_pk`,
  params: { memberId: id('member') },
  row: { id: id('member-card'), memberId: id('member'), number: text, issuedAtMs: integer },
});

/**
 * Brings the order in which searches answer up to date for those who bought since, up to `throughPk`. For idle moments:
 * five indexes bear the day of the last visit, and moving them inside a sale would double what it writes.
 */
export const refreshSearchOrder = defineWrite({
  name: 'members.refresh-search-order',
  sql: `UPDATE member_identity SET visit_day = fresh.day
        FROM (SELECT DISTINCT member_summary.member_pk, CAST(julianday(last_purchase_date) - 2440587.5 AS INTEGER) AS day
              FROM purchase JOIN member USING (member_pk) JOIN member_summary ON member_summary.member_pk = ifnull(canonical_pk, member.member_pk)
              WHERE purchase_pk > @afterPk AND purchase_pk <= @throughPk AND last_purchase_date IS NOT NULL) AS fresh
        WHERE member_identity.member_pk = fresh.member_pk AND visit_day <> fresh.day`,
  params: { afterPk: integer, throughPk: integer },
});

/** What is on file under one id itself, whoever it stands for: what a merge compares and what it takes over. */
export const memberRecord = defineQuery({
  name: 'members.record',
  sql: `SELECT member.member_pk AS memberPk, member.id AS memberId, name, phone, email, gender, birthday, address, note, wechat_id AS wechatId, custom,
          member.tier, member.status, member.stamps, member.enrolled_at_ms AS enrolledAtMs, canonical.id AS canonicalId,
          member_identity.member_pk IS NOT NULL AS isNamed
        FROM member LEFT JOIN member_identity USING (member_pk) LEFT JOIN member AS canonical ON canonical.member_pk = member.canonical_pk
        WHERE member.id = @memberId`,
  params: { memberId: id('member') },
  row: {
    memberPk: integer,
    memberId: id('member'),
    name: nullable(text),
    phone: nullable(text),
    email: nullable(text),
    gender: nullable(oneOf(GENDERS)),
    birthday: nullable(json(birthdaySchema)),
    address: nullable(text),
    note: nullable(text),
    wechatId: nullable(text),
    custom: nullable(json(customValuesSchema)),
    tier: oneOf(TIERS),
    status: oneOf(MEMBER_STATUSES),
    stamps: text,
    enrolledAtMs: integer,
    canonicalId: nullable(id('member')),
    isNamed: flag,
  },
});
