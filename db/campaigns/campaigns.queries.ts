import { campaignTermsSchema } from '../../shared/campaigns/campaign.ts';
import { CAMPAIGN_STATES } from '../../shared/campaigns/campaign-state.ts';
import { CHANNELS } from '../../shared/messages/message.ts';
import { flag, id, integer, json, nullable, oneOf, real, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { SAME_PERSON_AS_PK } from '../members/same-person.ts';

const TERMS = json(campaignTermsSchema);
const STATE = oneOf(CAMPAIGN_STATES);

const OF_OFFERS = (what: string) =>
  `(SELECT ifnull(sum(${what}), 0) FROM campaign_offer JOIN offer_sum USING (offer_pk) WHERE campaign_offer.campaign_pk = campaign.campaign_pk)`;
const OF_PARTS = (what: string) =>
  `(SELECT ifnull(sum(${what}), 0) FROM campaign_part WHERE campaign_part.campaign_pk = campaign.campaign_pk)`;

const CAMPAIGN = `SELECT campaign.campaign_pk AS campaignPk, campaign.id AS campaignId, campaign.owner, campaign.version, campaign.state,
          last_date AS lastDate, terms, at_ms AS changedAtMs, ${OF_PARTS('members - controls')} AS treated, ${OF_PARTS('controls')} AS control,
          ${OF_OFFERS('uses')} AS redemptions, ${OF_OFFERS('members')} AS redeemers, ${OF_OFFERS('discount_minor')} AS discountMinor,
          ${OF_OFFERS('points')} AS points, is_stopped AS isStopped
        FROM campaign JOIN campaign_version USING (campaign_pk, version) LEFT JOIN campaign_freeze USING (campaign_pk)`;
const campaign = {
  campaignPk: integer,
  campaignId: id('campaign'),
  owner: text,
  version: integer,
  state: STATE,
  lastDate: text,
  terms: TERMS,
  changedAtMs: integer,
  /** Members whose arm is written. */
  treated: integer,
  control: integer,
  /** Had of its offers. */
  redemptions: integer,
  redeemers: integer,
  discountMinor: integer,
  points: integer,
  /** Null: nobody is being put into its arms. */
  isStopped: nullable(flag),
};

/** Those that were not thrown away. */
export const allCampaigns = defineQuery({
  name: 'campaigns.all',
  sql: `${CAMPAIGN} WHERE campaign.state <> 'removed'
        ORDER BY CASE campaign.state WHEN 'live' THEN 0 WHEN 'paused' THEN 1 WHEN 'approved' THEN 2 WHEN 'draft' THEN 3 ELSE 4 END,
          campaign.campaign_pk DESC`,
  params: {},
  row: campaign,
});

export const campaignById = defineQuery({
  name: 'campaigns.by-id',
  sql: `${CAMPAIGN} WHERE campaign.id = @campaignId AND campaign.state <> 'removed'`,
  params: { campaignId: id('campaign') },
  row: campaign,
});

/** Whether an id was ever a campaign's, also one that was thrown away. */
export const campaignKnown = defineQuery({
  name: 'campaigns.known',
  sql: 'SELECT id AS campaignId FROM campaign WHERE id = @campaignId',
  params: { campaignId: id('campaign') },
  row: { campaignId: id('campaign') },
});

/** Every version of a campaign, newest first. */
export const versionsOfCampaign = defineQuery({
  name: 'campaigns.versions',
  sql: `SELECT campaign_version.version, campaign_version.state, at_ms AS atMs, staff.id AS staffId, staff.name AS staffName
        FROM campaign_version JOIN campaign USING (campaign_pk) LEFT JOIN staff USING (staff_pk)
        WHERE campaign.id = @campaignId ORDER BY campaign_version.version DESC`,
  params: { campaignId: id('campaign') },
  row: { version: integer, state: STATE, atMs: integer, staffId: nullable(id('staff')), staffName: nullable(text) },
});

/** Another campaign that has the offer or may soon have it, in days of these. */
export const campaignWithOffer = defineQuery({
  name: 'campaigns.with-offer',
  sql: `SELECT terms ->> 'name' AS name FROM campaign_offer JOIN offer USING (offer_pk) JOIN campaign USING (campaign_pk)
          JOIN campaign_version USING (campaign_pk, version)
        WHERE offer.id = @offerId AND campaign.id <> @campaignId AND campaign.state IN ('approved', 'live', 'paused')
          AND from_date <= @until AND last_date >= @from LIMIT 1`,
  params: { offerId: id('offer'), campaignId: id('campaign'), from: text, until: text },
  row: { name: text },
});

/** How a buyer stands to one campaign: the arm of the id that is asked for, else of another id of the same person. */
export const memberOfCampaign = defineQuery({
  name: 'campaigns.of-member',
  sql: `SELECT campaign.state, is_control AS isControl, from_date AS "from", last_date AS until, budget_minor AS budgetMinor,
          ${OF_OFFERS('discount_minor')} AS spentMinor
        FROM campaign JOIN campaign_member USING (campaign_pk)
        WHERE campaign.id = @campaignId AND campaign_member.member_pk IN ${SAME_PERSON_AS_PK}
        ORDER BY campaign_member.member_pk = (SELECT member_pk FROM member WHERE id = @memberId) DESC, campaign_member.member_pk LIMIT 1`,
  params: { campaignId: id('campaign'), memberPk: integer, memberId: id('member') },
  row: {
    state: oneOf([...CAMPAIGN_STATES, 'removed']),
    isControl: flag,
    from: text,
    until: text,
    budgetMinor: integer,
    spentMinor: integer,
  },
});

/** Ascending keys of a campaign's members: the last of the next so many behind one, or null behind all. */
export const endOfStretch = defineQuery({
  name: 'campaigns.end-of-stretch',
  sql: `SELECT max(member_pk) AS through FROM (SELECT member_pk FROM campaign_member
          WHERE campaign_pk = @campaignPk AND member_pk > @after ORDER BY member_pk LIMIT @limit)`,
  params: { campaignPk: integer, after: integer, limit: integer },
  row: { through: nullable(integer) },
});

/** A sum of squares or products about the means, which sums of raw ones less their means would lose the digits of. */
const about = (a: string, b: string) => `ifnull(sum((${a}_minor - mean."${a}") * (${b}_minor - mean."${b}")), 0.0)`;

/** What one arm's members of a stretch of keys bought: means, and sums of squares and products about them. */
export const armOfStretch = defineQuery({
  name: 'campaigns.arm-of-stretch',
  sql: `WITH some AS MATERIALIZED (SELECT before_minor, sales_minor, margin_minor, uncosted_minor, purchases FROM campaign_member
            WHERE campaign_pk = @campaignPk AND member_pk > @after AND member_pk <= @through AND is_control = @isControl),
          mean AS MATERIALIZED (SELECT count(*) AS members, ifnull(avg(before_minor), 0.0) AS "before", ifnull(avg(sales_minor), 0.0) AS sales,
            ifnull(avg(margin_minor), 0.0) AS margin, count(*) FILTER (WHERE purchases > 0) AS buyers,
            ifnull(sum(uncosted_minor), 0) AS uncosted FROM some)
        SELECT members, buyers, uncosted AS uncostedMinor, "before" AS meanBefore, sales AS meanSales, margin AS meanMargin,
          ${about('before', 'before')} AS ofBefore, ${about('sales', 'sales')} AS ofSales, ${about('margin', 'margin')} AS ofMargin,
          ${about('before', 'sales')} AS withSales, ${about('before', 'margin')} AS withMargin
        FROM mean LEFT JOIN some`,
  params: { campaignPk: integer, after: integer, through: integer, isControl: flag },
  row: {
    members: integer,
    buyers: integer,
    uncostedMinor: integer,
    meanBefore: real,
    meanSales: real,
    meanMargin: real,
    ofBefore: real,
    ofSales: real,
    ofMargin: real,
    withSales: real,
    withMargin: real,
  },
});

/** The days of a campaign with something sold, in order. */
export const daysOfCampaign = defineQuery({
  name: 'campaigns.days',
  sql: `SELECT business_date AS date, is_control AS isControl, sales_minor AS salesMinor, purchases FROM campaign_day
        WHERE campaign_pk = @campaignPk ORDER BY business_date`,
  params: { campaignPk: integer },
  row: { date: text, isControl: flag, salesMinor: integer, purchases: integer },
});

/** Campaigns whose members are being put into their arms. */
export const freezes = defineQuery({
  name: 'campaigns.freezes',
  sql: `SELECT campaign_pk AS campaignPk, campaign.id AS campaignId, after_pk AS afterPk, staff.id AS staffId, is_stopped AS isStopped
        FROM campaign_freeze JOIN campaign USING (campaign_pk) LEFT JOIN staff USING (staff_pk) ORDER BY campaign_pk`,
  params: {},
  row: {
    campaignPk: integer,
    campaignId: id('campaign'),
    afterPk: integer,
    staffId: nullable(id('staff')),
    isStopped: flag,
  },
});

export const putFreeze = defineWrite({
  name: 'campaigns.put-freeze',
  sql: `INSERT INTO campaign_freeze (campaign_pk, after_pk, staff_pk, is_stopped)
        VALUES (@campaignPk, 0, (SELECT staff_pk FROM staff WHERE id = @staffId), 0)
        ON CONFLICT (campaign_pk) DO UPDATE SET is_stopped = 0, staff_pk = excluded.staff_pk`,
  params: { campaignPk: integer, staffId: id('staff') },
});

export const moveFreeze = defineWrite({
  name: 'campaigns.move-freeze',
  sql: 'UPDATE campaign_freeze SET after_pk = @afterPk WHERE campaign_pk = @campaignPk AND is_stopped = 0',
  params: { campaignPk: integer, afterPk: integer },
});

export const stopFreeze = defineWrite({
  name: 'campaigns.stop-freeze',
  sql: 'UPDATE campaign_freeze SET is_stopped = 1 WHERE campaign_pk = @campaignPk',
  params: { campaignPk: integer },
});

export const dropFreeze = defineWrite({
  name: 'campaigns.drop-freeze',
  sql: 'DELETE FROM campaign_freeze WHERE campaign_pk = @campaignPk',
  params: { campaignPk: integer },
});

/** The ids of some members, in the order of their keys. */
export const idsOfMembers = defineQuery({
  name: 'campaigns.ids-of-members',
  sql: `SELECT id AS memberId FROM member WHERE member_pk IN (SELECT value FROM json_each(@pks)) ORDER BY member_pk`,
  params: { pks: text },
  row: { memberId: id('member') },
});

/** What some members bought in two spans of days: the last ones, and those before. */
export const pastOfMembers = defineQuery({
  name: 'campaigns.past-of-members',
  sql: `SELECT member.member_pk AS memberPk,
          ifnull(sum(net_minor) FILTER (WHERE business_date >= @since), 0) AS lastMinor,
          ifnull(sum(net_minor) FILTER (WHERE business_date < @since), 0) AS beforeMinor
        FROM member LEFT JOIN purchase ON purchase.member_pk = member.member_pk
          AND business_date >= @from AND business_date < @until
        WHERE member.member_pk IN (SELECT value FROM json_each(@pks)) GROUP BY member.member_pk`,
  params: { pks: text, from: text, since: text, until: text },
  row: { memberPk: integer, lastMinor: integer, beforeMinor: integer },
});

/** Campaigns at the tills whose last day is over. */
export const campaignsOver = defineQuery({
  name: 'campaigns.over',
  sql: `SELECT id AS campaignId FROM campaign WHERE state IN ('live', 'paused') AND last_date < @today`,
  params: { today: text },
  row: { campaignId: id('campaign') },
});

const CHANNEL = oneOf(CHANNELS);

/** Live campaigns whose messages are being put into the outbox. */
export const sendings = defineQuery({
  name: 'campaigns.sendings',
  sql: `SELECT campaign_pk AS campaignPk, campaign.id AS campaignId, channel, after_pk AS afterPk, staff.id AS staffId
        FROM campaign_sending JOIN campaign USING (campaign_pk) LEFT JOIN staff USING (staff_pk)
        WHERE is_stopped = 0 AND campaign.state = 'live' ORDER BY campaign_pk, channel`,
  params: {},
  row: {
    campaignPk: integer,
    campaignId: id('campaign'),
    channel: CHANNEL,
    afterPk: integer,
    staffId: nullable(id('staff')),
  },
});

/** What of a campaign's messages is not in the outbox yet, by channel. */
export const sendingsOf = defineQuery({
  name: 'campaigns.sendings-of',
  sql: `SELECT channel, is_stopped AS isStopped, (SELECT count(*) FROM campaign_member WHERE campaign_member.campaign_pk = campaign_sending.campaign_pk
            AND member_pk > after_pk AND is_control = 0) AS members
        FROM campaign_sending WHERE campaign_pk = @campaignPk`,
  params: { campaignPk: integer },
  row: { channel: CHANNEL, isStopped: flag, members: integer },
});

export const putSending = defineWrite({
  name: 'campaigns.put-sending',
  sql: `INSERT INTO campaign_sending (campaign_pk, channel, after_pk, staff_pk, is_stopped)
        VALUES (@campaignPk, @channel, 0, (SELECT staff_pk FROM staff WHERE id = @staffId), 0) ON CONFLICT DO NOTHING`,
  params: { campaignPk: integer, channel: CHANNEL, staffId: nullable(id('staff')) },
});

/** Moves it on from where it was seen; 0 where it has moved, stopped or ended since. */
export const moveSending = defineWrite({
  name: 'campaigns.move-sending',
  sql: `UPDATE campaign_sending SET after_pk = @through
        WHERE campaign_pk = @campaignPk AND channel = @channel AND after_pk = @afterPk AND is_stopped = 0
          AND (SELECT state FROM campaign WHERE campaign.campaign_pk = campaign_sending.campaign_pk) = 'live'`,
  params: { campaignPk: integer, channel: CHANNEL, afterPk: integer, through: integer },
});

export const dropSending = defineWrite({
  name: 'campaigns.drop-sending',
  sql: 'DELETE FROM campaign_sending WHERE campaign_pk = @campaignPk AND channel = @channel',
  params: { campaignPk: integer, channel: CHANNEL },
});

/** After a restore: the store that the backup is of may have come further. */
export const stopSendings = defineWrite({
  name: 'campaigns.stop-sendings',
  sql: 'UPDATE campaign_sending SET is_stopped = 1',
  params: {},
});

export const resumeSendings = defineWrite({
  name: 'campaigns.resume-sendings',
  sql: 'UPDATE campaign_sending SET is_stopped = 0 WHERE campaign_pk = @campaignPk',
  params: { campaignPk: integer },
});

/** The next treated members behind a key, in the order of their keys. */
export const treatedBehind = defineQuery({
  name: 'campaigns.treated-behind',
  sql: `SELECT member_pk AS memberPk, member.id AS memberId FROM campaign_member JOIN member USING (member_pk)
        WHERE campaign_pk = @campaignPk AND member_pk > @afterPk AND is_control = 0 ORDER BY member_pk LIMIT @limit`,
  params: { campaignPk: integer, afterPk: integer, limit: integer },
  row: { memberPk: integer, memberId: id('member') },
});

export const stateOfCampaign = defineQuery({
  name: 'campaigns.state',
  sql: 'SELECT state FROM campaign WHERE id = @campaignId',
  params: { campaignId: id('campaign') },
  row: { state: oneOf([...CAMPAIGN_STATES, 'removed']) },
});
