import { bytes, id, integer, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery, defineWrite } from '../kernel/define-query.ts';

const schema = 'hub';
const ofLine = { linePk: integer };

export const enrolLine = defineWrite({
  name: 'lines.enrol',
  schema,
  sql: `INSERT INTO line (store_id, last_seq, chain_head, last_stamp, last_hlc, session_used, session_handed, backed_up_seq)
        VALUES (@storeId, 0, @chainHead, @firstHlc, @firstHlc, 0, 0, 0)`,
  params: { storeId: id('store'), chainHead: bytes, firstHlc: text },
});

const lineRow = {
  linePk: integer,
  storeId: id('store'),
  lastSeq: integer,
  chainHead: bytes,
  lastStamp: text,
  lastHlc: text,
  sessionUsed: integer,
  sessionHanded: integer,
  word: nullable(id('word')),
  nextEpoch: nullable(id('epoch')),
  backedUpSeq: integer,
};
const LINE_ROW = `line_pk AS linePk, store_id AS storeId, last_seq AS lastSeq, chain_head AS chainHead, last_stamp AS lastStamp,
  last_hlc AS lastHlc,
  session_used AS sessionUsed, session_handed AS sessionHanded, word, next_epoch AS nextEpoch, backed_up_seq AS backedUpSeq`;

export const lineOf = defineQuery({
  name: 'lines.of-store',
  schema,
  sql: `SELECT ${LINE_ROW} FROM line WHERE store_id = @storeId`,
  params: { storeId: id('store') },
  row: lineRow,
});
export type Line = NonNullable<ReturnType<typeof lineOf.get>>;

export const giveWord = defineWrite({
  name: 'lines.give-word',
  schema,
  sql: 'UPDATE line SET word = @word, last_contact_ms = @nowMs WHERE line_pk = @linePk',
  params: { ...ofLine, word: id('word'), nowMs: integer },
});

/** Hands out a session, which takes the place of the one before; the word is used up. */
export const handOutSession = defineWrite({
  name: 'lines.hand-out-session',
  schema,
  sql: `UPDATE line SET word = NULL, session_handed = @handed, session_used = @used, next_epoch = @nextEpoch WHERE line_pk = @linePk`,
  params: { ...ofLine, handed: integer, used: integer, nextEpoch: nullable(id('epoch')) },
});

export const useSession = defineWrite({
  name: 'lines.use-session',
  schema,
  sql: 'UPDATE line SET session_used = @session, last_contact_ms = @nowMs WHERE line_pk = @linePk AND session_used <= @session',
  params: { ...ofLine, session: integer, nowMs: integer },
});

/**
 * The log, its head and its stamps move together with the facts. A store that was greeted before (a late push of its last
 * session came between) would say its chain at a head that is no longer ours: it is greeted again.
 */
export const advanceLine = defineWrite({
  name: 'lines.advance',
  schema,
  sql: `UPDATE line SET last_seq = @lastSeq, chain_head = @chainHead, last_stamp = @lastStamp, last_hlc = @lastHlc,
          word = NULL
        WHERE line_pk = @linePk AND last_seq = @fromSeq`,
  params: { ...ofLine, fromSeq: integer, lastSeq: integer, chainHead: bytes, lastStamp: text, lastHlc: text },
});

/** A backup of this database was made and checked: stores may forget what it holds. */
export const noteBackup = defineWrite({
  name: 'lines.note-backup',
  schema,
  sql: 'UPDATE line SET backed_up_seq = last_seq',
  params: {},
});

export const adoptEpoch = defineWrite({
  name: 'epochs.adopt',
  schema,
  sql: 'INSERT INTO epoch (epoch, line_pk) VALUES (@epoch, @linePk) ON CONFLICT (epoch) DO NOTHING',
  params: { ...ofLine, epoch: id('epoch') },
});

/** Whoever speaks in another epoch of this store from now on is a copy. */
export const fenceOthers = defineWrite({
  name: 'epochs.fence-others',
  schema,
  sql: 'UPDATE epoch SET fenced_at_ms = @nowMs WHERE line_pk = @linePk AND epoch <> @epoch AND fenced_at_ms IS NULL',
  params: { ...ofLine, epoch: id('epoch'), nowMs: integer },
});

export const fencedEpoch = defineQuery({
  name: 'epochs.fenced',
  schema,
  sql: 'SELECT fenced_at_ms AS fencedAtMs FROM epoch WHERE epoch = @epoch AND line_pk = @linePk AND fenced_at_ms IS NOT NULL',
  params: { ...ofLine, epoch: id('epoch') },
  row: { fencedAtMs: integer },
});

export const raiseReview = defineWrite({
  name: 'reviews.raise',
  schema,
  sql: 'INSERT INTO review (line_pk, what, at_seq, raised_at_ms) VALUES (@linePk, @what, @atSeq, @nowMs)',
  params: { ...ofLine, what: oneOf(['fork', 'clone']), atSeq: integer, nowMs: integer },
});

export const openReview = defineQuery({
  name: 'reviews.open',
  schema,
  sql: 'SELECT at_seq AS atSeq FROM review WHERE line_pk = @linePk AND what = @what AND settled_at_ms IS NULL LIMIT 1',
  params: { ...ofLine, what: oneOf(['fork', 'clone']) },
  row: { atSeq: integer },
});

export const settleReviews = defineWrite({
  name: 'reviews.settle',
  schema,
  sql: 'UPDATE review SET settled_at_ms = @nowMs WHERE line_pk = @linePk AND settled_at_ms IS NULL',
  params: { ...ofLine, nowMs: integer },
});
