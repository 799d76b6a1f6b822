import { CONSENT_PURPOSES } from '../../shared/members/profile.ts';
import { id, integer } from '../kernel/codec.ts';
import { defineWrite } from '../kernel/define-query.ts';

/** The keys of all ids of the person whose summary it is. */
const SAME_PERSON =
  '(SELECT member_summary.member_pk UNION ALL SELECT member_pk FROM member WHERE canonical_pk = member_summary.member_pk)';

/** See `birthdayCode` in shared/members. */
const BIRTHDAY_CODE = `(birthday ->> 'month' * 100 + birthday ->> 'day' + CASE WHEN birthday ->> 'leapMonth' THEN 10000 ELSE 0 END)
             * CASE birthday ->> 'calendar' WHEN 'lunar' THEN -1 ELSE 1 END`;

/** Two bits a purpose: 0 not asked, 1 withdrawn, 2 given. The event in force is the last one of its purpose. */
const CONSENTS = `(SELECT ifnull(sum((1 + given) << (2 * purpose.key)), 0) FROM json_each('${JSON.stringify(CONSENT_PURPOSES)}') AS purpose
                JOIN consent_event ON consent_pk = (SELECT consent_pk FROM consent_event AS latest
                  WHERE latest.member_pk IN ${SAME_PERSON} AND latest.purpose = purpose.value ORDER BY hlc DESC, consent_pk DESC LIMIT 1))`;

/** Of somebody who was erased, or taken back, nothing is copied. */
const GONE = `('erased', 'removed')`;
const NOTHING = `0, status, 'member', 'till', 0, 0, NULL, NULL, 0, 0, 0, 0, 0`;

const copyWhere = (where: string) => `UPDATE member_summary SET
          (is_listed, listed_status, listed_tier, listed_source, listed_store_pk, listed_enrolled_at_ms, listed_gender, birthday_code,
           has_name, has_phone, has_email, has_card, consents) =
          (SELECT canonical_pk IS NULL, status, tier, source, home_store_pk, enrolled_at_ms, gender, ${BIRTHDAY_CODE},
             name IS NOT NULL, phone IS NOT NULL, email IS NOT NULL,
             EXISTS (SELECT 1 FROM member_card WHERE member_card.member_pk IN ${SAME_PERSON} AND state = 'active'),
             ${CONSENTS}
           FROM member LEFT JOIN member_identity USING (member_pk)
           WHERE member.member_pk = member_summary.member_pk AND status NOT IN ${GONE}
           UNION ALL SELECT ${NOTHING} FROM member WHERE member.member_pk = member_summary.member_pk AND status IN ${GONE})
        WHERE member_pk IN ${where}`;

/**
 * Copies into the summary what lists are filtered by. Whatever changes a member, a card or a consent ends with it: both
 * the id that it was written under and the one that this stands for are brought up to date.
 */
export const copyToSummary = defineWrite({
  name: 'member-summary.copy',
  sql: copyWhere(
    '(SELECT member_pk FROM member WHERE id = @memberId UNION ALL SELECT canonical_pk FROM member WHERE id = @memberId)',
  ),
  params: { memberId: id('member') },
});

/** The same by the key of one id alone. */
export const copyToSummaryOf = defineWrite({
  name: 'member-summary.copy-one',
  sql: copyWhere('(@memberPk)'),
  params: { memberPk: integer },
});
