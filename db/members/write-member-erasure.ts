import type { MemberErasureFact } from '../../shared/members/member.facts.ts';
import type { Origin } from '../changes/origin.ts';
import { id, integer, nullable } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';
import { eraseMember } from './erase-member.ts';
import { writeErasedMember } from './write-members.ts';

const putErasure = defineWrite({
  name: 'member-erasures.put',
  sql: `INSERT INTO member_erasure (id, member_pk, at_ms, staff_pk)
        VALUES (@id, (SELECT member_pk FROM member WHERE id = @memberId), @atMs, (SELECT staff_pk FROM staff WHERE id = @staffId))
        ON CONFLICT (id, member_pk) DO NOTHING`,
  params: { id: id('member-erasure'), memberId: id('member'), atMs: integer, staffId: nullable(id('staff')) },
});

/** Forgets a person, also one who is not known here yet: what still comes of them finds only the id. */
export function writeMemberErasure(db: WriteDb, { memberIds, ...fact }: MemberErasureFact, { storeId }: Origin): void {
  for (const memberId of memberIds) {
    writeErasedMember(db, { id: memberId, storeId, atMs: fact.atMs });
    eraseMember(db, memberId);
    putErasure.run(db, { ...fact, memberId });
  }
}
