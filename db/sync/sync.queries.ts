import { CHANGE_ROW, changeRow } from '../changes/changes.queries.ts';
import { bytes, flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

export const syncPosition = defineQuery({
  name: 'sync.position',
  sql: `SELECT store_id AS storeId, epoch, last_seq AS lastSeq, chain_head AS chainHead, session_counter AS session,
          timeline, ifnull(acknowledged_seq, 0) AS acknowledgedSeq, ifnull(pulled_version, 0) AS pulledVersion,
          redemption_frozen AS isFrozen
        FROM sync_state LEFT JOIN sync_cursor USING (one)`,
  params: {},
  row: {
    storeId: id('store'),
    epoch: id('epoch'),
    lastSeq: integer,
    chainHead: bytes,
    session: integer,
    timeline: nullable(id('timeline')),
    acknowledgedSeq: integer,
    pulledVersion: integer,
    isFrozen: flag,
  },
});

/** A session is on the disk before it is used. */
export const enterSession = defineWrite({
  name: 'sync.enter-session',
  sql: 'UPDATE sync_state SET session_counter = @session, redemption_frozen = @isFrozen',
  params: { session: integer, isFrozen: flag },
});

export const putCursor = defineWrite({
  name: 'sync.put-cursor',
  sql: `INSERT INTO sync_cursor (one, timeline, acknowledged_seq, backed_up_seq, pulled_version)
        VALUES (1, @timeline, @acknowledgedSeq, 0, @pulledVersion)
        ON CONFLICT (one) DO UPDATE SET timeline = excluded.timeline, acknowledged_seq = excluded.acknowledged_seq,
          backed_up_seq = min(backed_up_seq, excluded.acknowledged_seq), pulled_version = excluded.pulled_version`,
  params: { timeline: id('timeline'), acknowledgedSeq: integer, pulledVersion: integer },
});

export const putAcknowledged = defineWrite({
  name: 'sync.put-acknowledged',
  sql: 'UPDATE sync_cursor SET acknowledged_seq = @acknowledgedSeq, backed_up_seq = @backedUpSeq',
  params: { acknowledgedSeq: integer, backedUpSeq: integer },
});

export const putPulledVersion = defineWrite({
  name: 'sync.put-pulled-version',
  sql: 'UPDATE sync_cursor SET pulled_version = @pulledVersion',
  params: { pulledVersion: integer },
});

export const rowsToPush = defineQuery({
  name: 'sync.rows-to-push',
  sql: `SELECT ${CHANGE_ROW} FROM change_log WHERE seq > @afterSeq ORDER BY seq LIMIT @limit`,
  params: { afterSeq: integer, limit: integer },
  row: changeRow,
});

export const ownChainAt = defineQuery({
  name: 'sync.own-chain-at',
  sql: 'SELECT chain FROM change_log WHERE seq = @seq',
  params: { seq: integer },
  row: { chain: bytes },
});

const takenRow = { ...changeRow, leaf: bytes };
export const putTakenBack = defineWrite({
  name: 'taken-back.put',
  sql: `INSERT INTO taken_back (seq, epoch, tx, kind, id, subject, op, schema_version, hlc, supersedes, salt, body, leaf, chain)
        VALUES (@seq, @epoch, @tx, @kind, @id, @subject, @op, @schemaVersion, @hlc, @supersedes, @salt, @body, @leaf, @chain)
        ON CONFLICT (seq) DO NOTHING`,
  params: takenRow,
});

export const takenBack = defineQuery({
  name: 'taken-back.all',
  sql: `SELECT ${CHANGE_ROW} FROM taken_back ORDER BY seq`,
  params: {},
  row: changeRow,
});

export const lastTakenBack = defineQuery({
  name: 'taken-back.last',
  sql: 'SELECT seq, chain FROM taken_back ORDER BY seq DESC LIMIT 1',
  params: {},
  row: { seq: integer, chain: bytes },
});

export const dropTakenBack = defineWrite({ name: 'taken-back.drop', sql: 'DELETE FROM taken_back', params: {} });

const pulled = {
  leaf: bytes,
  storeId: id('store'),
  kind: text,
  id: id('anything'),
  subject: nullable(id('anything')),
  op: oneOf(['put', 'delete']),
  schemaVersion: integer,
  hlc: text,
  writtenHlc: text,
  version: integer,
  body: nullable(text),
  problem: nullable(text),
};
const PULLED = `leaf, store_id AS storeId, kind, id, subject, op, schema_version AS schemaVersion, hlc,
  written_hlc AS writtenHlc, version, CAST(body AS TEXT) AS body, problem`;

export const pulledByLeaf = defineQuery({
  name: 'pulled-facts.by-leaf',
  sql: 'SELECT hlc, problem FROM pulled_fact WHERE leaf = @leaf',
  params: { leaf: bytes },
  row: { hlc: text, problem: nullable(text) },
});

export const putPulled = defineWrite({
  name: 'pulled-facts.put',
  sql: `INSERT INTO pulled_fact (leaf, store_id, kind, id, subject, op, schema_version, hlc, written_hlc, version, body, problem)
        VALUES (@leaf, @storeId, @kind, @id, @subject, @op, @schemaVersion, @hlc, @writtenHlc, @version, CAST(@body AS BLOB), @problem)
        ON CONFLICT (leaf) DO UPDATE SET hlc = excluded.hlc, version = excluded.version, body = excluded.body, problem = excluded.problem`,
  params: pulled,
});

/** What could not be written yet. */
export const pulledWithProblems = defineQuery({
  name: 'pulled-facts.with-problems',
  sql: `SELECT ${PULLED} FROM pulled_fact WHERE problem IS NOT NULL ORDER BY hlc, leaf`,
  params: {},
  row: pulled,
});

/** Changes of members that were pulled behind a version. */
export const changesOfMembersAfter = defineQuery({
  name: 'pulled-facts.changes-of-members-after',
  sql: `SELECT ${PULLED} FROM pulled_fact WHERE version > @version AND kind = 'member' AND op = 'put' ORDER BY version`,
  params: { version: integer },
  row: pulled,
});

/** What this store itself wrote of a member, each under the stamp by which it is taken as far as this store knows. */
export const ownChangesOfMember = defineQuery({
  name: 'sync.own-changes-of-member',
  sql: `SELECT own.leaf, own.schema_version AS schemaVersion, ifnull(pulled_fact.hlc, own.hlc) AS hlc,
          CAST(own.body AS TEXT) AS body
        FROM change_log AS own LEFT JOIN pulled_fact USING (leaf)
        WHERE own.subject = @id AND own.kind = 'member' AND own.op = 'put' AND own.body IS NOT NULL
          AND pulled_fact.problem IS NULL
        ORDER BY own.seq`,
  params: { id: id('anything') },
  row: { leaf: bytes, schemaVersion: integer, hlc: text, body: text },
});

/** No stamp of this store lies before one that it has seen: who changes what another wrote is later. */
export const seeStamp = defineWrite({
  name: 'sync.see-stamp',
  sql: 'UPDATE sync_state SET last_hlc = @hlc WHERE last_hlc < @hlc',
  params: { hlc: text },
});

export const dropPulled = defineWrite({
  name: 'pulled-facts.drop',
  sql: 'DELETE FROM pulled_fact WHERE leaf = @leaf',
  params: { leaf: bytes },
});

export const memberIsHere = defineQuery({
  name: 'pulled-facts.member-is-here',
  sql: 'SELECT member_pk AS memberPk FROM member WHERE id = @id',
  params: { id: id('anything') },
  row: { memberPk: integer },
});

/** Whether somebody by this id asked to be forgotten. */
export const erasedHere = defineQuery({
  name: 'members.erased-here',
  sql: `SELECT member_pk AS memberPk FROM member WHERE id = @id AND status = 'erased'`,
  params: { id: id('anything') },
  row: { memberPk: integer },
});

export const erasePulled = defineWrite({
  name: 'pulled-facts.erase',
  sql: 'DELETE FROM pulled_fact WHERE subject = @subject AND problem IS NOT NULL',
  params: { subject: id('member') },
});
