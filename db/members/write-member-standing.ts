import type { MemberStandingFact } from '../../shared/members/member.facts.ts';
import type { Origin } from '../changes/origin.ts';
import { id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

const putStanding = defineWrite({
  name: 'member-standing.put',
  sql: `INSERT INTO member_standing (id, member_pk, change, reason, note, rest_points, rest_debt, at_ms, staff_pk, hlc)
        VALUES (@id, (SELECT member_pk FROM member WHERE id = @memberId), @change, @reason, @note, @restPoints, @restDebt, @atMs,
                (SELECT staff_pk FROM staff WHERE id = @staffId), @hlc)`,
  params: {
    id: id('member-standing'),
    memberId: id('member'),
    change: text,
    reason: text,
    note: nullable(text),
    restPoints: nullable(text),
    restDebt: nullable(text),
    atMs: integer,
    staffId: nullable(id('staff')),
    hlc: text,
  },
});

export function writeMemberStanding(db: WriteDb, { rest, ...fact }: MemberStandingFact, { hlc }: Origin): void {
  putStanding.run(db, { ...fact, restPoints: rest?.points ?? null, restDebt: rest?.debt ?? null, hlc });
}
