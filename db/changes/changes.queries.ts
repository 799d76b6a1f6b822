import { FIRST_HLC } from '../../shared/sync/hlc.ts';
import { bytes, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

export const syncState = defineQuery({
  name: 'changes.sync-state',
  sql: `SELECT store_id AS storeId, epoch, last_seq AS lastSeq, chain_head AS chainHead, last_hlc AS lastHlc FROM sync_state`,
  params: {},
  row: { storeId: id('store'), epoch: bytes, lastSeq: integer, chainHead: bytes, lastHlc: text },
});

export const beginLog = defineWrite({
  name: 'changes.begin-log',
  sql: `INSERT INTO sync_state (one, store_id, epoch, last_seq, chain_head, last_hlc)
        VALUES (1, @storeId, @epoch, 0, @chainHead, '${FIRST_HLC}')`,
  params: { storeId: id('store'), epoch: id('epoch'), chainHead: bytes },
});

export const advanceLog = defineWrite({
  name: 'changes.advance-log',
  sql: `UPDATE sync_state SET epoch = @epoch, last_seq = @lastSeq, chain_head = @chainHead, last_hlc = @lastHlc
        WHERE last_seq = @fromSeq`,
  params: { fromSeq: integer, epoch: bytes, lastSeq: integer, chainHead: bytes, lastHlc: text },
});

export const appendChange = defineWrite({
  name: 'changes.append',
  sql: `INSERT INTO change_log (epoch, seq, tx, kind, id, subject, op, schema_version, hlc, supersedes, salt, body, leaf, chain)
        VALUES (@epoch, @seq, @tx, @kind, @id, @subject, @op, @schemaVersion, @hlc, @supersedes, @salt, @body, @leaf, @chain)`,
  params: {
    epoch: bytes,
    seq: integer,
    tx: integer,
    kind: text,
    id: bytes,
    subject: nullable(bytes),
    op: text,
    schemaVersion: integer,
    hlc: text,
    supersedes: nullable(bytes),
    salt: nullable(bytes),
    body: nullable(bytes),
    leaf: bytes,
    chain: bytes,
  },
});

export const newestChange = defineQuery({
  name: 'changes.newest',
  sql: 'SELECT ifnull(max(change_pk), 0) AS changePk FROM change_log',
  params: {},
  row: { changePk: integer },
});

/** A row if one of these kinds (a JSON list) was recorded since. */
export const changedSince = defineQuery({
  name: 'changes.since',
  sql: `SELECT change_pk AS changePk FROM change_log
        WHERE change_pk > @changePk AND kind IN (SELECT value FROM json_each(@kinds)) LIMIT 1`,
  params: { changePk: integer, kinds: text },
  row: { changePk: integer },
});

/** A row of the change log as it stands. */
export const changeRow = {
  epoch: bytes,
  seq: integer,
  tx: integer,
  kind: text,
  id: bytes,
  subject: nullable(bytes),
  op: oneOf(['put', 'delete']),
  schemaVersion: integer,
  hlc: text,
  supersedes: nullable(bytes),
  salt: nullable(bytes),
  body: nullable(bytes),
  leaf: bytes,
  chain: bytes,
};
export const CHANGE_ROW =
  'epoch, seq, tx, kind, id, subject, op, schema_version AS schemaVersion, hlc, supersedes, salt, body, leaf, chain';

export const changesInOrder = defineQuery({
  name: 'changes.in-order',
  sql: `SELECT ${CHANGE_ROW} FROM change_log ORDER BY change_pk`,
  params: {},
  row: changeRow,
});

/** Everything that the act recorded which enrolled a member; none once it was erased or pruned. An act has at most 500 rows. */
export const factsOfEnrolment = defineQuery({
  name: 'changes.of-enrolment',
  sql: `SELECT fact.kind, fact.body
        FROM (SELECT tx FROM change_log WHERE subject = @memberId AND kind = 'member' ORDER BY change_pk LIMIT 1) AS act
        JOIN change_log AS fact ON fact.seq BETWEEN act.tx AND act.tx + 499 AND fact.tx = act.tx
        WHERE fact.body IS NOT NULL ORDER BY fact.seq`,
  params: { memberId: id('member') },
  row: { kind: text, body: bytes },
});

/** Destroys what the log says of a person; the leaves stay, so the chain still verifies. */
export const eraseBodiesOf = defineWrite({
  name: 'changes.erase-bodies',
  sql: 'UPDATE change_log SET salt = NULL, body = NULL WHERE subject = @subject',
  params: { subject: id('member') },
});
