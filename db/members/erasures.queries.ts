import { id } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

/** Whom an erasure forgot; nobody where it is not known here. */
export const erasedBy = defineQuery({
  name: 'member-erasures.erased-by',
  sql: 'SELECT member.id AS memberId FROM member_erasure JOIN member USING (member_pk) WHERE member_erasure.id = @erasureId',
  params: { erasureId: id('member-erasure') },
  row: { memberId: id('member') },
});
