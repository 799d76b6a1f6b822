import { z } from 'zod';
import { MISSED } from '../../shared/automations/automation.facts.ts';
import { AUTOMATION_STATES, automationTermsSchema } from '../../shared/automations/automation.ts';
import { AS_FRIEND } from '../../shared/automations/decide-occasion.ts';
import { flag, id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON, SAME_PERSON_AS_PK } from '../members/same-person.ts';

const TERMS = json(automationTermsSchema);
const STATE = oneOf(AUTOMATION_STATES);

const MET = (arm: 0 | 1) =>
  `(SELECT count(*) FROM automation_occasion AS met WHERE met.automation_pk = automation.automation_pk AND is_control = ${arm})`;
const MET_SINCE = (arm: 0 | 1) =>
  `(SELECT count(*) FROM automation_occasion AS met WHERE met.automation_pk = automation.automation_pk AND taken_on >= @since AND is_control = ${arm})`;

const AUTOMATION = `SELECT automation.automation_pk AS automationPk, automation.id AS automationId, owner, automation.version, automation.state,
          terms, at_ms AS changedAtMs
        FROM automation JOIN automation_version USING (automation_pk, version)`;
const automation = {
  automationPk: integer,
  automationId: id('automation'),
  owner: text,
  version: integer,
  state: STATE,
  terms: TERMS,
  changedAtMs: integer,
};

/** Those that were not removed: live ones first. */
export const allAutomations = defineQuery({
  name: 'automations.all',
  sql: `${AUTOMATION} WHERE automation.state <> 'removed'
        ORDER BY CASE automation.state WHEN 'live' THEN 0 ELSE 1 END, automation.automation_pk DESC`,
  params: {},
  row: automation,
});

export const liveAutomations = defineQuery({
  name: 'automations.live',
  sql: `${AUTOMATION} WHERE automation.state = 'live' ORDER BY automation.automation_pk`,
  params: {},
  row: automation,
});

/** Also one that was removed. */
export const automationById = defineQuery({
  name: 'automations.by-id',
  sql: `${AUTOMATION} WHERE automation.id = @automationId`,
  params: { automationId: id('automation') },
  row: { ...automation, state: oneOf([...AUTOMATION_STATES, 'removed']) },
});

/** How many occasions were met by an automation, and how many of them lately; those that were kept out apart. */
export const metByAutomation = defineQuery({
  name: 'automations.met',
  sql: `SELECT ${MET(0)} AS treated, ${MET(1)} AS control, ${MET_SINCE(0)} AS treatedSince, ${MET_SINCE(1)} AS controlSince
        FROM automation WHERE automation_pk = @automationPk`,
  params: { automationPk: integer, since: text },
  row: { treated: integer, control: integer, treatedSince: integer, controlSince: integer },
});

/** Every version of an automation, newest first. */
export const versionsOfAutomation = defineQuery({
  name: 'automations.versions',
  sql: `SELECT automation_version.version, automation_version.state, at_ms AS atMs, staff.name AS staffName
        FROM automation_version JOIN automation USING (automation_pk) LEFT JOIN staff USING (staff_pk)
        WHERE automation.id = @automationId ORDER BY automation_version.version DESC`,
  params: { automationId: id('automation') },
  row: { version: integer, state: oneOf([...AUTOMATION_STATES, 'removed']), atMs: integer, staffName: nullable(text) },
});

/**
 * Whether a person, under any id, met an occasion, when the last one that the person met was due, and how many were due
 * in a month (`2026-03`), but for the person's own as a friend.
 */
export const metBefore = defineQuery({
  name: 'automations.met-before',
  sql: `SELECT ifnull(max(occasion = @occasion), 0) AS isTaken, max(due_on) AS lastDueOn,
          ifnull(sum(substr(due_on, 1, 7) = @month AND occasion <> '${AS_FRIEND}'), 0) AS friendsInMonth
        FROM automation_occasion
        WHERE automation_pk = @automationPk AND member_pk IN ${SAME_PERSON_AS_PK}`,
  params: { automationPk: integer, memberPk: integer, occasion: text, month: text },
  row: { isTaken: flag, lastDueOn: nullable(text), friendsInMonth: integer },
});

/** What each member of an automation bought after the first occasion whose days are over; in no order. */
export const figuresOfMet = defineQuery({
  name: 'automations.figures-of-met',
  sql: `SELECT is_control AS isControl, sales_minor AS salesMinor, purchases, min(due_on) AS dueOn FROM automation_occasion
        WHERE automation_pk = @automationPk AND measured_through < @today GROUP BY member_pk`,
  params: { automationPk: integer, today: text },
  row: { isControl: flag, salesMinor: integer, purchases: integer, dueOn: text },
});

/** Members who were met and whose days are not over. */
export const waitingOfMet = defineQuery({
  name: 'automations.waiting-of-met',
  sql: `SELECT count(DISTINCT member_pk) AS members, ifnull(max(occasion_pk), 0) AS newestPk FROM automation_occasion
        WHERE automation_pk = @automationPk AND measured_through >= @today`,
  params: { automationPk: integer, today: text },
  row: { members: integer, newestPk: integer },
});

const OCCASION = `SELECT automation_occasion.id AS occasionId, automation.id AS automationId, terms ->> 'name' AS name,
          terms -> 'occasion' ->> 'kind' AS kind, is_control AS isControl, is_messaged AS isMessaged, coupon_issue_id IS NOT NULL AS isCouponed,
          points, missed, automation_occasion.at_ms AS atMs, automation_occasion.hlc AS at
        FROM automation_occasion JOIN automation USING (automation_pk)
          JOIN automation_version ON automation_version.automation_pk = automation.automation_pk AND automation_version.version = automation.version`;

/** The occasions of a member, newest first, from before a stamp. */
export const occasionsBefore = defineQuery({
  name: 'automations.occasions-before',
  sql: `${OCCASION} WHERE automation_occasion.member_pk IN ${SAME_PERSON} AND automation_occasion.hlc < @before
        ORDER BY automation_occasion.hlc DESC LIMIT @limit`,
  params: { memberId: id('member'), before: text, limit: integer },
  row: {
    occasionId: id('automation-occasion'),
    automationId: id('automation'),
    name: text,
    kind: text,
    isControl: flag,
    isMessaged: flag,
    isCouponed: flag,
    points: integer,
    missed: json(z.array(z.enum(MISSED))),
    atMs: integer,
    at: text,
  },
});

/** The members whom an automation met last. */
export const lastMet = defineQuery({
  name: 'automations.last-met',
  sql: `SELECT automation_occasion.id AS occasionId, canonical.id AS memberId, member_identity.name AS memberName, due_on AS dueOn, taken_on AS takenOn,
          is_control AS isControl, is_messaged AS isMessaged, coupon_issue_id IS NOT NULL AS isCouponed, points, missed,
          automation_occasion.sales_minor AS salesMinor, automation_occasion.purchases
        FROM (SELECT occasion_pk FROM automation_occasion WHERE automation_pk = @automationPk
            ORDER BY taken_on DESC, occasion_pk DESC LIMIT @limit OFFSET @offset)
          CROSS JOIN automation_occasion USING (occasion_pk) JOIN member USING (member_pk)
          JOIN member AS canonical ON canonical.member_pk = ifnull(member.canonical_pk, member.member_pk)
          LEFT JOIN member_identity ON member_identity.member_pk = canonical.member_pk
        ORDER BY taken_on DESC, occasion_pk DESC`,
  params: { automationPk: integer, limit: integer, offset: integer },
  row: {
    occasionId: id('automation-occasion'),
    memberId: id('member'),
    memberName: nullable(text),
    dueOn: text,
    takenOn: text,
    isControl: flag,
    isMessaged: flag,
    isCouponed: flag,
    points: integer,
    missed: json(z.array(z.enum(MISSED))),
    salesMinor: integer,
    purchases: integer,
  },
});
