import { rfmOfMember, rfmOfMembers, valueReckoning } from '../../../db/analysis/value.queries.ts';
import { rfmOfCode, segmentOf } from '../../../shared/analysis/rfm.ts';
import type { ValueReport } from '../../../shared/analysis/value-report.ts';
import type { ValueOfMembers } from '../../../shared/contract/analysis.contract.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { addDays } from '../../../shared/kernel/instant.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { memberRowsOf } from '../members/list-members.ts';
import { judgementsOf } from './judgements.ts';
import type { ValueDesk } from './value-desk.ts';

/** What the last reckoning found, with the names of the best as they are now, and how far the present one is. */
export function viewValue(store: OpenStore, desk: ValueDesk): ValueOfMembers {
  const last = valueReckoning.get(store.db, {});
  return {
    last: last
      ? {
          asOf: addDays('1970-01-01', last.asOfDay),
          atMs: last.atMs,
          report: last.report && withNames(store, last.report),
        }
      : null,
    running: desk.running,
    stopped: desk.stopped,
    judgements: judgementsOf(store),
  };
}

type Shown = NonNullable<NonNullable<ValueOfMembers['last']>['report']>;

function withNames(store: OpenStore, report: ValueReport): Shown {
  const { best } = report.scores;
  const rows = memberRowsOf(
    store,
    Int32Array.from(best, ({ memberPk }) => memberPk),
    maskPhone,
  );
  const rowOf = new Map(rows.map((row) => [row.memberId, row]));
  const codes = rfmOfMembers.all(store.db, { pks: `[${best.map(({ memberPk }) => memberPk).join()}]` });
  const ofPk = new Map(codes.map(({ memberPk, ...known }) => [memberPk, known]));
  const shown = best.flatMap(({ memberPk, score }) => {
    const known = ofPk.get(memberPk);
    const row = known && rowOf.get(known.memberId);
    if (!known || !row) return [];
    const { memberId, name, purchases, netMinor, lastVisitDate } = row;
    return [{ memberId, name, score, purchases, netMinor, lastVisitDate, ...saidBy(known.code) }];
  });
  return { ...report, scores: { ...report.scores, best: shown } };
}

const saidBy = (code: number) => {
  const rfm = rfmOfCode(code);
  return { ...rfm, segment: segmentOf(rfm) };
};

/** Where a member stands by the last reckoning. */
export function valueOfMember({ db }: OpenStore, memberId: Id<'member'>) {
  const { code = null, atMs = null } = rfmOfMember.get(db, { memberId }) ?? {};
  return code === null || atMs === null ? null : { ...saidBy(code), atMs };
}
