import { CONSENT_PURPOSES } from '../../shared/members/profile.ts';
import { id, integer, nullable } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
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
    // In two looks, which take a third of what one over both takes: nearly nobody has another id.
    `(EXISTS (SELECT 1 FROM member_card WHERE member_pk = member_summary.member_pk AND state = 'active')
       OR EXISTS (SELECT 1 FROM member AS other JOIN member_card ON member_card.member_pk = other.member_pk
                  WHERE other.canonical_pk = member_summary.member_pk AND member_card.state = 'active'))`,
    '0',
  ],
];
const CONSENT: readonly Copied[] = [['consents', CONSENTS, '0']];

const columnsOf = (copied: readonly Copied[]): string => copied.map(([column]) => column).join(', ');
const WHOLE_MEMBER = 'member LEFT JOIN member_identity USING (member_pk)';

const copy = (name: string, copied: readonly Copied[]) => {
  const values = copied.map(
    ([, value, gone]) => `CASE WHEN status IN ('erased', 'removed') THEN ${gone} ELSE ${value} END`,
  );
  const from = copied.some((column) => PERSON.includes(column)) ? WHOLE_MEMBER : 'member';
  return defineWrite({
    name: `member-summary.${name}`,
    sql: `UPDATE member_summary SET (${columnsOf(copied)}) =
            (SELECT ${values.join(', ')} FROM ${from} WHERE member.member_pk = member_summary.member_pk)
          WHERE member_pk = @memberPk`,
    params: { memberPk: integer },
  });
};

/** Whatever changes a member ends with it, … */
export const copyPerson = copy('copy-person', PERSON);
/** … a card with it, … */
export const copyCard = copy('copy-card', CARD);
/** … and a consent with it. */
export const copyConsents = copy('copy-consents', CONSENT);
/** All of it: where somebody is erased or taken back. */
export const copyToSummary = copy('copy', [...PERSON, ...CARD, ...CONSENT]);

/** The key of an id, and of the one that it stands for. */
export const keysOfMember = defineQuery({
  name: 'member-summary.keys',
  sql: 'SELECT member_pk AS memberPk, canonical_pk AS canonicalPk FROM member WHERE id = @memberId',
  params: { memberId: id('member') },
  row: { memberPk: integer, canonicalPk: nullable(integer) },
});

type Keys = ReturnType<typeof keysOfMember.all>[number];

/** Brings both the id that something was written under and the one that this stands for up to date. */
export function copyBoth(db: WriteDb, what: typeof copyPerson, keys: Keys | undefined): void {
  if (!keys) return;
  what.run(db, keys);
  if (keys.canonicalPk !== null) what.run(db, { memberPk: keys.canonicalPk });
}

/** The summary of somebody who is new, and has neither cards nor consents yet. */
export const insertSummary = defineWrite({
  name: 'member-summary.insert',
  sql: `INSERT INTO member_summary (member_pk, ${columnsOf(PERSON)})
        SELECT member_pk, ${PERSON.map(([, value]) => value).join(', ')} FROM ${WHOLE_MEMBER} WHERE member_pk = @memberPk`,
  params: { memberPk: integer },
});
