import { z } from 'zod';
import { idOf } from '../kernel/id.ts';

/**
 * What a store and headquarters say to each other. A message is a head, here, and for rows a payload of NDJSON, packed.
 * Every request names itself, so that a late answer is not taken for another's.
 */
export const PROTOCOL = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const hlc = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}$/);
const seq = z.int().min(0);
const anyId = idOf('anything');
const from = { ask: z.int().min(0), protocol: z.int(), storeId: idOf('store') };

export const requestHead = z.discriminatedUnion('do', [
  /** Asks for a word to answer to, and where headquarters stands. */
  z.strictObject({ do: z.literal('greet'), ...from }),
  /** Opens a session. `chainAtHead` is the store's chain at headquarters' head, null where its log is shorter. */
  z.strictObject({
    do: z.literal('hello'),
    ...from,
    word: idOf('word'),
    epoch: idOf('epoch'),
    session: seq,
    timeline: idOf('timeline').nullable(),
    seq,
    chain: hash,
    chainAtHead: hash.nullable(),
    acknowledgedSeq: seq,
    pulledVersion: seq,
  }),
  /** Whole transactions of one epoch; `prevChain` is the chain before the first row, `endChain` at the last. */
  z.strictObject({
    do: z.literal('push'),
    ...from,
    session: seq,
    epoch: idOf('epoch'),
    from: z.int().min(1),
    to: z.int().min(1),
    prevChain: hash,
    endChain: hash,
  }),
  /** Asks for what headquarters holds of this store's own log. */
  z.strictObject({ do: z.literal('take-back'), ...from, session: seq, afterSeq: seq }),
  /** Asks for what is published. */
  z.strictObject({ do: z.literal('pull'), ...from, session: seq, afterVersion: seq }),
]);
export type RequestHead = z.infer<typeof requestHead>;
export type RequestOf<Do extends RequestHead['do']> = Extract<RequestHead, { do: Do }>;

const to = { ask: z.int().min(0) };

export const answerHead = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('greeting'), ...to, word: idOf('word'), seq, chain: hash }),
  /**
   * The session is committed by the store before it is used. Where the store takes back what headquarters holds, `epoch`
   * is the one in which it goes on. `pullFrom` is the last version that the store and headquarters have in common.
   */
  z.strictObject({
    is: z.literal('verdict'),
    ...to,
    verdict: z.enum(['clone', 'fork', 'rewind', 'hq-restored', 'go-on']),
    session: seq,
    timeline: idOf('timeline'),
    seq,
    epoch: idOf('epoch').nullable(),
    pullFrom: seq,
    underReview: z.boolean(),
  }),
  z.strictObject({
    is: z.literal('committed'),
    ...to,
    through: seq,
    backedUpThrough: seq,
    quarantined: z.array(z.strictObject({ seq, reason: z.string() })),
    nowMs: z.int(),
  }),
  /** Rows of the store's own log behind `afterSeq`, where headquarters' chain is `prevChain`; `lastSeq` is its head. */
  z.strictObject({ is: z.literal('own-rows'), ...to, afterSeq: seq, prevChain: hash, lastSeq: seq }),
  z.strictObject({ is: z.literal('publications'), ...to, throughVersion: seq, isEnd: z.boolean() }),
  /** Nothing was changed. */
  z.strictObject({
    is: z.literal('refused'),
    ...to,
    reason: z.enum([
      'damaged',
      'unknown-protocol',
      'unknown-store',
      'stale-word',
      'session-over',
      'gap',
      'chain-differs',
      'too-large',
      'under-review',
    ]),
    /** Of a gap: through which seq headquarters has the log. */
    lastSeq: seq.optional(),
  }),
]);
export type AnswerHead = z.infer<typeof answerHead>;
export type AnswerOf<Is extends AnswerHead['is']> = Extract<AnswerHead, { is: Is }>;
export type RefusalReason = AnswerOf<'refused'>['reason'];

/** A row of a store's log as it travels. Its chain is reckoned anew by whoever reads it; the leaf stands in for an erased body. */
export const wireRow = z.strictObject({
  epoch: idOf('epoch'),
  seq: z.int().min(1),
  tx: z.int().min(1),
  kind: z.string().max(64),
  id: anyId,
  subject: anyId.nullable(),
  op: z.enum(['put', 'delete']),
  v: z.int().min(0),
  hlc,
  supersedes: anyId.nullable(),
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
  body: z.string().nullable(),
  leaf: hash,
});
export type WireRow = z.infer<typeof wireRow>;

/** A fact as headquarters publishes it: under the stamp by which it was taken, which may not be the one it was written with. */
export const publishedFact = z.strictObject({
  version: z.int().min(1),
  storeId: idOf('store'),
  kind: z.string().max(64),
  id: anyId,
  subject: anyId.nullable(),
  op: z.enum(['put', 'delete']),
  v: z.int().min(0),
  hlc,
  writtenHlc: hlc,
  leaf: hash,
  body: z.string(),
});
export type PublishedFact = z.infer<typeof publishedFact>;
