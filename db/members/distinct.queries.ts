import { flag, id } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';

/** Whether somebody said of two ids, in either order, that they are different persons. */
export const distinctPair = defineQuery({
  name: 'member-distinct.pair',
  sql: `SELECT is_distinct AS isDistinct FROM member AS one, member AS other, member_distinct
        WHERE one.id = @oneId AND other.id = @otherId
          AND low_pk = min(one.member_pk, other.member_pk) AND high_pk = max(one.member_pk, other.member_pk)`,
  params: { oneId: id('member'), otherId: id('member') },
  row: { isDistinct: flag },
});
