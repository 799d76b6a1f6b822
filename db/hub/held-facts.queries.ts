import { id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const schema = 'hub';

export const holdFact = defineWrite({
  name: 'held-facts.hold',
  schema,
  sql: `INSERT INTO held_fact (fact_pk, hold, reason, waits_kind, waits_id)
        VALUES (@factPk, @hold, @reason, @waitsKind, @waitsId)`,
  params: {
    factPk: integer,
    hold: oneOf(['quarantined', 'parked', 'deferred']),
    reason: text,
    waitsKind: nullable(text),
    waitsId: nullable(id('anything')),
  },
});

export const letGo = defineWrite({
  name: 'held-facts.let-go',
  schema,
  sql: `DELETE FROM held_fact WHERE fact_pk IN
          (SELECT fact_pk FROM fact WHERE line_pk = @linePk AND seq BETWEEN @tx AND @tx + 499 AND tx = @tx)`,
  params: { linePk: integer, tx: integer },
});

/** The transactions in which a fact waits for this thing. */
export const waitingFor = defineQuery({
  name: 'held-facts.waiting-for',
  schema,
  sql: `SELECT DISTINCT line_pk AS linePk, tx FROM held_fact JOIN fact USING (fact_pk)
        WHERE waits_id = @id AND waits_kind = @kind ORDER BY fact_pk`,
  params: { kind: text, id: id('anything') },
  row: { linePk: integer, tx: integer },
});

/** The transactions in which a fact waits for a later program. */
export const deferredTransactions = defineQuery({
  name: 'held-facts.deferred',
  schema,
  sql: `SELECT DISTINCT line_pk AS linePk, tx FROM held_fact JOIN fact USING (fact_pk) WHERE hold = 'deferred' ORDER BY fact_pk`,
  params: {},
  row: { linePk: integer, tx: integer },
});

/** The transactions in which a fact of this person is held. */
export const heldOfSubject = defineQuery({
  name: 'held-facts.of-subject',
  schema,
  sql: `SELECT DISTINCT line_pk AS linePk, tx FROM fact JOIN held_fact USING (fact_pk) WHERE subject = @id ORDER BY fact_pk`,
  params: { id: id('anything') },
  row: { linePk: integer, tx: integer },
});

/** What was quarantined of a store's log in this stretch. */
export const quarantinedBetween = defineQuery({
  name: 'held-facts.quarantined-between',
  schema,
  sql: `SELECT seq, reason FROM fact JOIN held_fact USING (fact_pk)
        WHERE line_pk = @linePk AND seq BETWEEN @fromSeq AND @toSeq AND hold = 'quarantined' ORDER BY seq`,
  params: { linePk: integer, fromSeq: integer, toSeq: integer },
  row: { seq: integer, reason: text },
});
