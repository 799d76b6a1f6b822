import { CONSENT_PURPOSES } from '../../shared/members/profile.ts';
import { id, integer } from '../kernel/codec.ts';
import { defineWrite } from '../kernel/define-query.ts';
import { SAME_PERSON_AS_SUMMARY } from './same-person.ts';

/** See `birthdayCode` in shared/members. */
const BIRTHDAY_CODE = `(birthday ->> 'month' * 100 + birthday ->> 'day' + CASE WHEN birthday ->> 'leapMonth' THEN 10000 ELSE 0 END)
             * CASE birthday ->> 'calendar' WHEN 'lunar' THEN -1 ELSE 1 END`;

/** Two bits a purpose: 0 not asked, 1 withdrawn, 2 given. The event in force is the last one of its purpose. */
const CONSENTS = `(SELECT ifnull(sum((1 + given) << (2 * purpose.key)), 0) FROM json_each('${JSON.stringify(CONSENT_PURPOSES)}') AS purpose
                JOIN consent_event ON consent_pk = (SELECT consent_pk FROM consent_event AS latest
                  WHERE latest.member_pk IN ${SAME_PERSON_AS_SUMMARY} AND latest.purpose = purpose.value ORDER BY hlc DESC, consent_pk DESC LIMIT 1))`;

/** A column of the summary, its value for a row of `member`, and what stands there of somebody erased or taken back. */
type Copied = readonly [column: string, value: string, gone: string];

const PERSON: readonly Copied[] = [
  ['is_listed', 'canonical_pk IS NULL', '0'],
  ['listed_status', 'status', 'status'],
  ['listed_tier', 'tier', `'member'`],
  ['listed_source', 'source', `'till'`],
  ['listed_store_pk', 'home_store_pk', '0'],
  ['listed_enrolled_at_ms', 'enrolled_at_ms', '0'],
  ['listed_gender', 'gender', 'NULL'],
  ['birthday_code', BIRTHDAY_CODE, 'NULL'],
  ['birth_year', `birthday ->> 'year'`, 'NULL'],
  ['has_name', 'name IS NOT NULL', '0'],
  ['has_phone', 'phone IS NOT NULL', '0'],
  ['has_email', 'email IS NOT NULL', '0'],
];
const CARD: readonly Copied[] = [
  [
    'has_card',
    `EXISTS (SELECT 1 FROM member_card WHERE member_card.member_pk IN ${SAME_PERSON_AS_SUMMARY} AND state = 'active')`,
    '0',
  ],
];
const CONSENT: readonly Copied[] = [['consents', CONSENTS, '0']];

const columnsOf = (copied: readonly Copied[]): string => copied.map(([column]) => column).join(', ');
const WHOLE_MEMBER = 'member LEFT JOIN member_identity USING (member_pk)';

const copy = (copied: readonly Copied[], where: string): string => {
  const values = copied.map(
    ([, value, gone]) => `CASE WHEN status IN ('erased', 'removed') THEN ${gone} ELSE ${value} END`,
  );
  const from = copied.some((column) => PERSON.includes(column)) ? WHOLE_MEMBER : 'member';
  return `UPDATE member_summary SET (${columnsOf(copied)}) =
            (SELECT ${values.join(', ')} FROM ${from} WHERE member.member_pk = member_summary.member_pk)
          WHERE member_pk IN ${where}`;
};

/** Both the id that something was written under and the one that this stands for are brought up to date. */
const OF_ID =
  '(SELECT member_pk FROM member WHERE id = @memberId UNION ALL SELECT canonical_pk FROM member WHERE id = @memberId)';
const params = { memberId: id('member') };

/** Whatever changes a member ends with it, … */
export const copyPerson = defineWrite({ name: 'member-summary.copy-person', sql: copy(PERSON, OF_ID), params });
/** … a card with it, … */
export const copyCard = defineWrite({ name: 'member-summary.copy-card', sql: copy(CARD, OF_ID), params });
/** … and a consent with it. */
export const copyConsents = defineWrite({ name: 'member-summary.copy-consents', sql: copy(CONSENT, OF_ID), params });

/** All of it: where somebody is erased or taken back. */
export const copyToSummary = defineWrite({
  name: 'member-summary.copy',
  sql: copy([...PERSON, ...CARD, ...CONSENT], OF_ID),
  params,
});

/** The same by the key of one id alone. */
export const copyToSummaryOf = defineWrite({
  name: 'member-summary.copy-one',
  sql: copy([...PERSON, ...CARD, ...CONSENT], '(@memberPk)'),
  params: { memberPk: integer },
});

/** The summary of somebody who is new, and has neither cards nor consents yet. */
export const insertSummary = defineWrite({
  name: 'member-summary.insert',
  sql: `INSERT INTO member_summary (member_pk, ${columnsOf(PERSON)})
        SELECT member_pk, ${PERSON.map(([, value]) => value).join(', ')} FROM ${WHOLE_MEMBER} WHERE member_pk = @memberPk`,
  params: { memberPk: integer },
});
