/**
 * One person can have several ids: those that were merged. Facts keep the id they were written with, and these parts of
 * statements read what belongs to all of them. A member who was never merged costs one look into a nearly empty index.
 */

/** The key of the member that an id stands for. */
export const CANONICAL_PK = '(SELECT ifnull(canonical_pk, member_pk) FROM member WHERE id = @memberId)';

/** The keys of everybody who is the same person as an id. */
export const SAME_PERSON = `(SELECT ifnull(canonical_pk, member_pk) FROM member WHERE id = @memberId
  UNION ALL SELECT other.member_pk FROM member AS asked JOIN member AS other ON other.canonical_pk = ifnull(asked.canonical_pk, asked.member_pk)
  WHERE asked.id = @memberId)`;

/** The same where the key of the member that stands for all is at hand. */
export const SAME_PERSON_AS_PK =
  '(SELECT @memberPk UNION ALL SELECT member_pk FROM member WHERE canonical_pk = @memberPk)';

/** The same in a statement that reads that member's summary. */
export const SAME_PERSON_AS_SUMMARY =
  '(SELECT member_summary.member_pk UNION ALL SELECT member_pk FROM member WHERE canonical_pk = member_summary.member_pk)';
