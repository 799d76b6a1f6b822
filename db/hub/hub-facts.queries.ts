import { CHANGE_ROW, changeRow } from '../changes/changes.queries.ts';
import { bytes, flag, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const schema = 'hub';
const thing = { kind: text, id: id('anything') };

export const keepFact = defineWrite({
  name: 'hub-facts.keep',
  schema,
  sql: `INSERT INTO fact (line_pk, epoch, seq, tx, kind, id, subject, op, schema_version, hlc, supersedes, salt, body, leaf, chain,
          received_at_ms, skew_ms, stamp, goes_back)
        VALUES (@linePk, @epoch, @seq, @tx, @kind, @id, @subject, @op, @schemaVersion, @hlc, @supersedes, @salt, @body, @leaf, @chain,
          @receivedAtMs, @skewMs, @stamp, @goesBack)`,
  params: { linePk: integer, ...changeRow, receivedAtMs: integer, skewMs: integer, stamp: text, goesBack: flag },
});

export const chainAt = defineQuery({
  name: 'hub-facts.chain-at',
  schema,
  sql: 'SELECT chain FROM fact WHERE line_pk = @linePk AND seq = @seq',
  params: { linePk: integer, seq: integer },
  row: { chain: bytes },
});

/** A store's own log behind a seq. */
export const ownFacts = defineQuery({
  name: 'hub-facts.own',
  schema,
  sql: `SELECT ${CHANGE_ROW} FROM fact WHERE line_pk = @linePk AND seq > @afterSeq ORDER BY seq LIMIT @limit`,
  params: { linePk: integer, afterSeq: integer, limit: integer },
  row: changeRow,
});

/** A fact as it is merged. */
const merged = {
  factPk: integer,
  linePk: integer,
  storeId: id('store'),
  tx: integer,
  kind: text,
  id: id('anything'),
  subject: nullable(id('anything')),
  op: oneOf(['put', 'delete']),
  schemaVersion: integer,
  hlc: text,
  stamp: text,
  body: nullable(bytes),
};
const MERGED = `fact_pk AS factPk, line_pk AS linePk, store_id AS storeId, tx, kind, id, subject, op, schema_version AS schemaVersion, hlc,
  stamp, body`;
export type HubFact = ReturnType<typeof factsOfTransaction.all>[number];

export const factsOfTransaction = defineQuery({
  name: 'hub-facts.of-transaction',
  schema,
  sql: `SELECT ${MERGED} FROM fact JOIN line USING (line_pk)
        WHERE line_pk = @linePk AND seq BETWEEN @tx AND @tx + 499 AND tx = @tx ORDER BY seq`,
  params: { linePk: integer, tx: integer },
  row: merged,
});

export const factByKey = defineQuery({
  name: 'hub-facts.by-key',
  schema,
  sql: `SELECT ${MERGED} FROM fact JOIN line USING (line_pk) WHERE fact_pk = @factPk`,
  params: { factPk: integer },
  row: merged,
});

export const standingClaim = defineQuery({
  name: 'in-force.standing',
  schema,
  sql: 'SELECT fact_pk AS factPk, rank FROM in_force WHERE kind = @kind AND id = @id AND field = @field',
  params: { ...thing, field: text },
  row: { factPk: integer, rank: text },
});

export const anyInForce = defineQuery({
  name: 'in-force.any',
  schema,
  sql: 'SELECT fact_pk AS factPk FROM in_force WHERE kind = @kind AND id = @id LIMIT 1',
  params: thing,
  row: { factPk: integer },
});

export const putInForce = defineWrite({
  name: 'in-force.put',
  schema,
  sql: `INSERT INTO in_force (kind, id, field, fact_pk, rank) VALUES (@kind, @id, @field, @factPk, @rank)
        ON CONFLICT (kind, id, field) DO UPDATE SET fact_pk = excluded.fact_pk, rank = excluded.rank`,
  params: { ...thing, field: text, factPk: integer, rank: text },
});

/** Of what was taken back only the tombstone counts. */
export const dropOthersInForce = defineWrite({
  name: 'in-force.drop-others',
  schema,
  sql: 'DELETE FROM in_force WHERE kind = @kind AND id = @id AND field <> @field',
  params: { ...thing, field: text },
});

/** Destroys what every store's log says of a person; the leaves stay, so the chains still verify. */
export const eraseFactsOf = defineWrite({
  name: 'hub-facts.erase',
  schema,
  sql: 'UPDATE fact SET salt = NULL, body = NULL WHERE subject = @subject',
  params: { subject: id('anything') },
});

export const publishFact = defineWrite({
  name: 'hub-facts.publish',
  schema,
  sql: 'UPDATE fact SET version = @version, goes_back = max(goes_back, @goesBack) WHERE fact_pk = @factPk',
  params: { factPk: integer, version: integer, goesBack: flag },
});

/**
 * What is published behind a version, for a store: facts of the others, and of its own those that go back to it. At or
 * below the floor only what still counts.
 */
export const publishedFacts = defineQuery({
  name: 'hub-facts.published',
  schema,
  sql: `SELECT version, store_id AS storeId, kind, id, subject, op, schema_version AS schemaVersion, stamp, hlc, leaf, body
        FROM fact JOIN line USING (line_pk)
        WHERE version > @afterVersion AND body IS NOT NULL AND (store_id <> @storeId OR goes_back = 1)
          AND (version > @floorVersion OR store_id = @storeId OR EXISTS (SELECT 1 FROM in_force WHERE in_force.fact_pk = fact.fact_pk))
        ORDER BY version LIMIT @limit`,
  params: { afterVersion: integer, floorVersion: integer, storeId: id('store'), limit: integer },
  row: {
    version: integer,
    storeId: id('store'),
    kind: text,
    id: id('anything'),
    subject: nullable(id('anything')),
    op: oneOf(['put', 'delete']),
    schemaVersion: integer,
    stamp: text,
    hlc: text,
    leaf: bytes,
    body: bytes,
  },
});
