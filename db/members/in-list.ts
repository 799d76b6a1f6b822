import { integer } from '../kernel/codec.ts';
import type { Fragment } from '../kernel/define-filtered.ts';

const isPutIn = (memberPk: string): string =>
  `audience_member.audience_pk = @audiencePk AND audience_member.member_pk = ${memberPk} AND is_in = 1`;

/** Whether somebody was put into a list, under any id that stands for the person. */
export const IN_LIST = {
  sql: `EXISTS (SELECT 1 FROM audience_member WHERE ${isPutIn('member_summary.member_pk')})
          OR EXISTS (SELECT 1 FROM member AS joined JOIN audience_member ON ${isPutIn('joined.member_pk')}
            WHERE joined.canonical_pk = member_summary.member_pk)`,
  params: { audiencePk: integer },
  isBeside: true,
} as const satisfies Fragment;
