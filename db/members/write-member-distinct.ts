import type { MemberDistinctFact } from '../../shared/members/member.facts.ts';
import type { Origin } from '../changes/origin.ts';
import { flag, id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

const putDistinct = defineWrite({
  name: 'member-distinct.put',
  sql: `INSERT INTO member_distinct (low_pk, high_pk, is_distinct, at_ms, staff_pk, hlc)
        SELECT min(one.member_pk, other.member_pk), max(one.member_pk, other.member_pk), @distinct, @atMs,
          (SELECT staff_pk FROM staff WHERE id = @staffId), @hlc
        FROM member AS one, member AS other WHERE one.id = @oneId AND other.id = @otherId
        ON CONFLICT (low_pk, high_pk) DO UPDATE SET is_distinct = excluded.is_distinct, at_ms = excluded.at_ms,
          staff_pk = excluded.staff_pk, hlc = excluded.hlc WHERE excluded.hlc > member_distinct.hlc`,
  params: {
    oneId: id('member'),
    otherId: id('member'),
    distinct: flag,
    atMs: integer,
    staffId: nullable(id('staff')),
    hlc: text,
  },
});

export function writeMemberDistinct(db: WriteDb, { memberIds, ...fact }: MemberDistinctFact, { hlc }: Origin): void {
  const [oneId, otherId] = memberIds;
  putDistinct.run(db, { ...fact, oneId, otherId, hlc });
}
