import type { Id } from '../../shared/kernel/id.ts';
import type { MemberAliasFact, MergedField } from '../../shared/members/member.facts.ts';
import { mergedValues } from '../../shared/members/merge.ts';
import { givesWayTo, type Hlc } from '../../shared/sync/hlc.ts';
import type { Origin } from '../changes/origin.ts';
import { id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';
import { copyToSummary } from './copy-to-summary.ts';
import { memberRecord } from './members.queries.ts';
import { reckonSummary } from './reckon-summary.ts';
import { SAME_PERSON } from './same-person.ts';

const putAlias = defineWrite({
  name: 'member-aliases.put',
  sql: `INSERT INTO member_alias (merge_id, member_pk, canonical_pk, at_ms, staff_pk, stamp, fields, replaced)
        VALUES (@mergeId, (SELECT member_pk FROM member WHERE id = @id), (SELECT member_pk FROM member WHERE id = @canonicalId), @atMs,
          (SELECT staff_pk FROM staff WHERE id = @staffId), @stamp, @fieldNames, @replaced)
        ON CONFLICT (merge_id, member_pk) DO NOTHING`,
  params: {
    id: id('member'),
    canonicalId: id('member'),
    mergeId: id('merge'),
    atMs: integer,
    staffId: nullable(id('staff')),
    stamp: text,
    fieldNames: text,
    replaced: nullable(text),
  },
});

const dropAlias = defineWrite({
  name: 'member-aliases.drop',
  sql: `UPDATE member_alias SET undone_at_ms = @atMs, replaced = NULL
        WHERE merge_id = @mergeId AND member_pk = (SELECT member_pk FROM member WHERE id = @id) AND undone_at_ms IS NULL`,
  params: { id: id('member'), mergeId: id('merge'), atMs: integer },
});

/** The aliases in force of one id; more than one where two stores joined it to two others. */
const aliasesOf = defineQuery({
  name: 'member-aliases.of-member',
  sql: `SELECT canonical_pk AS canonicalPk, stamp FROM member_alias WHERE member_pk = @memberPk AND undone_at_ms IS NULL`,
  params: { memberPk: integer },
  row: { canonicalPk: integer, stamp: text },
});

const keysOfPerson = defineQuery({
  name: 'members.keys-of-person',
  sql: `SELECT member_pk AS memberPk FROM member WHERE member_pk IN ${SAME_PERSON}`,
  params: { memberId: id('member') },
  row: { memberPk: integer },
});

const putCanonical = defineWrite({
  name: 'members.put-canonical',
  sql: 'UPDATE member SET canonical_pk = nullif(@canonicalPk, @memberPk) WHERE member_pk = @memberPk',
  params: { memberPk: integer, canonicalPk: integer },
});

function aliasInForce(db: WriteDb, memberPk: number): number | null {
  const latest = aliasesOf.all(db, { memberPk }).reduce<{ canonicalPk: number; stamp: string } | null>((best, one) => {
    const [hlc, storeId] = one.stamp.split(' ') as [Hlc, string];
    const [bestHlc, bestStore] = (best?.stamp.split(' ') ?? ['', '']) as [Hlc, string];
    return best && !givesWayTo(bestHlc, bestStore, hlc, storeId) ? best : one;
  }, null);
  return latest?.canonicalPk ?? null;
}

/**
 * Follows the chain of aliases to its end. Two stores that each joined one of two ids to the other make a circle; in it
 * the member that was here first stands for all.
 */
function endOfChain(db: WriteDb, memberPk: number): number {
  const passed = [memberPk];
  for (;;) {
    const next = aliasInForce(db, passed.at(-1) as number);
    if (next === null) return passed.at(-1) as number;
    const seenAt = passed.indexOf(next);
    if (seenAt >= 0) return Math.min(...passed.slice(seenAt));
    passed.push(next);
  }
}

/** What the fields that are taken over were and become. Null where a person of the two was erased. */
function replacedBy(db: WriteDb, { fields, ...alias }: MemberAliasFact): string | null {
  const taken = memberRecord.get(db, { memberId: alias.id });
  const kept = memberRecord.get(db, { memberId: alias.canonicalId });
  if (!taken?.isNamed || !kept?.isNamed || fields.length === 0) return null;
  const [before, after] = [mergedValues(kept), mergedValues(taken)];
  const pair = (field: MergedField) => [before[field] ?? null, after[field] ?? null];
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field, pair(field)])));
}

/**
 * Joins one id to another, or drops the alias again. Neither moves a fact: it says anew which member each id of the two
 * persons stands for, and reckons their summaries.
 */
export function writeMemberAlias(db: WriteDb, fact: MemberAliasFact, { hlc, storeId }: Origin): void {
  const keys = (memberId: Id<'member'>) => keysOfPerson.all(db, { memberId }).map(({ memberPk }) => memberPk);
  const concerned = new Set([...keys(fact.id), ...keys(fact.canonicalId)]);
  if (fact.undone) dropAlias.run(db, fact);
  else
    putAlias.run(db, {
      ...fact,
      stamp: `${hlc} ${storeId}`,
      fieldNames: JSON.stringify(fact.fields),
      replaced: replacedBy(db, fact),
    });
  for (const memberPk of concerned) putCanonical.run(db, { memberPk, canonicalPk: endOfChain(db, memberPk) });
  for (const memberPk of concerned) {
    reckonSummary.run(db, { memberPk });
    copyToSummary.run(db, { memberPk });
  }
}
