import { deviceByKey, keepEvidence } from '../../../db/hub/devices.queries.ts';
import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import type { IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { answerHead, requestHead } from '../../../shared/sync/messages.ts';
import { messageStatement } from '../../../shared/trust/statements.ts';
import { isSigned } from '../sync/device-key.ts';
import { open } from '../sync/frame.ts';
import { answerRequest } from './answer-request.ts';

/** A message as it came through the door. */
export interface Signed {
  /** The key of the session in which it came. */
  readonly key: string;
  readonly tokenId: string;
  readonly count: number;
  readonly signature: string;
  readonly message: Uint8Array;
}

type Answered = Outcome<
  Uint8Array,
  Refusal<'invalid-request' | 'device-revoked' | 'signature-wrong' | 'replayed' | 'foreign-store' | 'too-large'>
>;

interface Door {
  readonly nowMs: number;
  readonly ids: IdSource;
  /** Whether the message's count is greater than any before in its session; asked once its signature was found to fit. */
  isNext(): boolean;
}

/**
 * Answers a message of a store that is known by its key. Whether the key still holds is looked at in the transaction that
 * answers. What a push said is kept with its signature, in the same transaction as its rows.
 */
export function answerDevice(hub: ReadDb, signed: Signed, { nowMs, ids, isNext }: Door): Answered {
  const { key, tokenId, count, signature, message } = signed;
  const frame = open(message);
  const head = requestHead.safeParse(frame?.head);
  if (!frame || !head.success) return refuse('invalid-request');
  const statement = messageStatement(tokenId, count, Buffer.from(frame.headBytes).toString('utf8'));
  if (!isSigned(key, statement, signature)) return refuse('signature-wrong');
  if (!isNext()) return refuse('replayed');
  return transaction(hub, (tx): Answered => {
    const device = deviceByKey.get(tx, { publicKey: Buffer.from(key, 'base64url') });
    if (!device || device.isEnded) return refuse('device-revoked');
    if (head.data.storeId !== device.storeId) return refuse('foreign-store');
    const answer = answerRequest(tx, message, nowMs, ids);
    const said = answerHead.parse(open(answer)?.head);
    if (said.is === 'refused' && said.reason === 'too-large') return refuse('too-large');
    if (said.is === 'committed' && head.data.do === 'push')
      keepEvidence.run(tx, {
        devicePk: device.devicePk,
        throughSeq: head.data.to,
        statement,
        signature: Buffer.from(signature, 'base64url'),
        nowMs,
      });
    return done(answer);
  });
}
