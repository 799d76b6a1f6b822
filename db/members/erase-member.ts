import type { Id } from '../../shared/kernel/id.ts';
import { eraseBodiesOf } from '../changes/changes.queries.ts';
import { id } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { erasePulled } from '../sync/sync.queries.ts';
import { copyBoth, copyToSummary, keysOfMember } from './copy-to-summary.ts';
import { SAME_PERSON } from './same-person.ts';

export const idsOfPerson = defineQuery({
  name: 'members.ids-of-person',
  sql: `SELECT id AS memberId FROM member WHERE member_pk IN ${SAME_PERSON}`,
  params: { memberId: id('member') },
  row: { memberId: id('member') },
});

const of = { memberId: id('member') };
const MEMBER_PK = '(SELECT member_pk FROM member WHERE id = @memberId)';

const eraseIdentity = defineWrite({
  name: 'members.erase-identity',
  sql: `DELETE FROM member_identity WHERE member_pk = ${MEMBER_PK}`,
  params: of,
});
const eraseCards = defineWrite({
  name: 'member-cards.erase',
  sql: `DELETE FROM member_card WHERE member_pk = ${MEMBER_PK}`,
  params: of,
});
const eraseStanding = defineWrite({
  name: 'member-standing.erase',
  sql: `DELETE FROM member_standing WHERE member_pk = ${MEMBER_PK}`,
  params: of,
});
const eraseOutcomes = defineWrite({
  name: 'message-outcomes.erase',
  sql: `DELETE FROM message_outcome WHERE message_pk IN (SELECT message_pk FROM message WHERE member_pk = ${MEMBER_PK})`,
  params: of,
});
const eraseMessages = defineWrite({
  name: 'messages.erase',
  sql: `DELETE FROM message WHERE member_pk = ${MEMBER_PK}`,
  params: of,
});
const eraseOutbox = defineWrite({
  name: 'outbox.erase',
  sql: `DELETE FROM outbox WHERE member_pk = ${MEMBER_PK}`,
  params: of,
});
/** What an undo would have put back names a person too: this one, or whoever it was once taken for. */
const eraseReplaced = defineWrite({
  name: 'member-aliases.erase',
  sql: `UPDATE member_alias SET replaced = NULL WHERE member_pk = ${MEMBER_PK} OR canonical_pk = ${MEMBER_PK}`,
  params: of,
});
const markErased = defineWrite({
  name: 'members.mark-erased',
  sql: `UPDATE member SET status = 'erased', status_reason = NULL, stamps = '{}' WHERE id = @memberId`,
  params: of,
});

/** Destroys everything that names a person, under every id that the person has. The member rows and every fact stay. */
export function eraseMember(db: WriteDb, memberId: Id<'member'>): void {
  for (const one of idsOfPerson.all(db, { memberId })) {
    eraseBodiesOf.run(db, { subject: one.memberId });
    erasePulled.run(db, { subject: one.memberId });
    eraseIdentity.run(db, one);
    eraseCards.run(db, one);
    eraseStanding.run(db, one);
    eraseReplaced.run(db, one);
    eraseOutcomes.run(db, one);
    eraseMessages.run(db, one);
    eraseOutbox.run(db, one);
    markErased.run(db, one);
    copyBoth(db, copyToSummary, keysOfMember.get(db, one));
  }
}
