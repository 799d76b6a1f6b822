import { beginTimeline, commonVersion, timelineNow } from '../../../db/hub/hub.queries.ts';
import { chainAt } from '../../../db/hub/hub-facts.queries.ts';
import {
  adoptEpoch,
  fencedEpoch,
  fenceOthers,
  giveWord,
  handOutSession,
  type Line,
  openReview,
  raiseReview,
} from '../../../db/hub/lines.queries.ts';
import type { WriteDb } from '../../../db/kernel/connection.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { decideHandshake, takesBack } from '../../../shared/sync/handshake.ts';
import type { AnswerOf, RequestOf } from '../../../shared/sync/messages.ts';
import { hex } from '../sync/wire-rows.ts';

/** Answers a greeting with where headquarters stands, and a word that the next hello has to name: none is heard twice. */
export function greet(tx: WriteDb, line: Line, nowMs: number, ids: IdSource): Omit<AnswerOf<'greeting'>, 'ask'> {
  const word = ids<'word'>();
  giveWord.run(tx, { linePk: line.linePk, word, nowMs });
  return { is: 'greeting', word, seq: line.lastSeq, chain: hex(line.chainHead) };
}

/**
 * Opens a session, which takes the place of the one before. Whatever befell the store's disk or headquarters' own shows
 * here. An epoch that was handed out is kept until the store speaks in it, so a lost answer is simply asked for again.
 */
export function openSession(
  tx: WriteDb,
  line: Line,
  hello: RequestOf<'hello'>,
  nowMs: number,
  ids: IdSource,
): Omit<AnswerOf<'verdict'>, 'ask'> {
  const { linePk } = line;
  const timeline = timelineNow.get(tx, {})?.timeline;
  if (!timeline) throw new Error('the hub has not begun');
  const epochIsFenced = fencedEpoch.get(tx, { linePk, epoch: hello.epoch }) !== undefined;
  const verdict = decideHandshake({
    store: hello,
    headquarters: { seq: line.lastSeq, session: line.sessionUsed, timeline },
    epochIsFenced,
    chainsAgree: chainsAgree(tx, line, hello),
  });
  if (!epochIsFenced) {
    adoptEpoch.run(tx, { linePk, epoch: hello.epoch });
    fenceOthers.run(tx, { linePk, epoch: hello.epoch, nowMs });
  }
  if (verdict === 'fork' || verdict === 'clone') raiseOnce(tx, line, verdict, nowMs);
  const nextEpoch = takesBack(verdict) ? nextEpochOf(line, hello, ids) : null;
  const used = Math.max(line.sessionUsed, hello.session);
  const handed = Math.max(line.sessionHanded, used) + 1;
  handOutSession.run(tx, { linePk, handed, used, nextEpoch });
  return {
    is: 'verdict',
    verdict,
    session: handed,
    ...timelineFor(tx, hello, timeline, line.lastSeq, ids),
    seq: line.lastSeq,
    epoch: nextEpoch,
    underReview: openReview.get(tx, { linePk, what: 'clone' }) !== undefined,
  };
}

/** At the lower of the two heads. */
function chainsAgree(tx: WriteDb, line: Line, hello: RequestOf<'hello'>): boolean {
  if (hello.seq >= line.lastSeq) return hello.chainAtHead === hex(line.chainHead);
  if (hello.seq === 0) return true;
  const ours = chainAt.get(tx, { linePk: line.linePk, seq: hello.seq })?.chain;
  return ours !== undefined && hex(ours) === hello.chain;
}

const nextEpochOf = ({ nextEpoch }: Line, { epoch }: RequestOf<'hello'>, ids: IdSource) =>
  nextEpoch && nextEpoch !== epoch ? nextEpoch : ids<'epoch'>();

function raiseOnce(tx: WriteDb, line: Line, what: 'fork' | 'clone', nowMs: number): void {
  const { linePk } = line;
  if (!openReview.get(tx, { linePk, what })) raiseReview.run(tx, { linePk, what, atSeq: line.lastSeq, nowMs });
}

/**
 * From where the store goes on pulling: from where it is, unless headquarters was restored since. That a restore was not
 * noted shows when a store was told more than is here: then nothing is known of what was published, and all of it is
 * published again.
 */
function timelineFor(
  tx: WriteDb,
  hello: RequestOf<'hello'>,
  now: AnswerOf<'verdict'>['timeline'],
  lastSeq: number,
  ids: IdSource,
): Pick<AnswerOf<'verdict'>, 'timeline' | 'pullFrom'> {
  if (hello.timeline === now && hello.acknowledgedSeq > lastSeq) {
    const timeline = ids<'timeline'>();
    beginTimeline.run(tx, { timeline, beganAtVersion: 0 });
    return { timeline, pullFrom: 0 };
  }
  const common = hello.timeline && (commonVersion.get(tx, { timeline: hello.timeline })?.version ?? 0);
  return { timeline: now, pullFrom: Math.min(hello.pulledVersion, common ?? 0) };
}
