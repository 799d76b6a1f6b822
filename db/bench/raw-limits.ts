import type { ReadDb } from '../kernel/connection.ts';
import { connect } from '../kernel/connection.ts';

/** What SQLite itself takes: the floor that a use case is measured against in the same run. */

/** Reads one column of one member by rowid, with nothing of ours around it. */
export function bareRowidRead({ raw }: ReadDb): (memberPk: number) => void {
  const statement = raw.prepare('SELECT phone FROM member_identity WHERE member_pk = ?');
  return (memberPk) => void statement.get(memberPk);
}

/** Commits one small row, synced, to a database of its own beside the store. */
export function bareCommit(file: string): { commit(): void; close(): void } {
  const { raw } = connect(file);
  raw.exec('CREATE TABLE bare (bare_pk INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const statement = raw.prepare('INSERT INTO bare (body) VALUES (?)');
  return { commit: () => void statement.run('one row of some forty characters or so'), close: () => void raw.close() };
}

/** Some members that exist, evenly spread, with what they can be found by. */
export const someMembers = (
  { raw }: ReadDb,
  count: number,
): {
  memberPk: number;
  id: Uint8Array;
  phone: string;
  last4: string;
  card: string;
  name: string;
  pinyin: string;
  initials: string;
}[] =>
  raw
    .prepare(
      `WITH bounds AS (SELECT max(member_pk) AS last FROM member_identity),
         picks (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM picks WHERE n < ?)
       SELECT member_pk AS memberPk, id, phone, phone_last4 AS last4, name, pinyin, initials,
         (SELECT number FROM member_card WHERE member_card.member_pk = member_identity.member_pk) AS card
       FROM picks, bounds JOIN member_identity ON member_pk = 1 + n * 7919 % last JOIN member USING (member_pk)`,
    )
    .all(count) as never;
