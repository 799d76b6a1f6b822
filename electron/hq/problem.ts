import { diskRefusalOf } from '../../db/kernel/disk-refusal.ts';
import { DOOR_PROBLEMS, type DoorProblem } from '../../shared/trust/door.ts';
import type { ProgramLog } from '../api/program-log.ts';

/** Ends a request with a problem. */
export class DoorRefusal extends Error {
  readonly reason: DoorProblem;
  readonly headers: Readonly<Record<string, string>>;
  constructor(reason: DoorProblem, headers: Readonly<Record<string, string>> = {}) {
    super(reason);
    this.name = 'DoorRefusal';
    this.reason = reason;
    this.headers = headers;
  }
}

/** A problem as it is sent (RFC 9457). It names no store, no person and nothing that was sent. */
export function problemDocument(reason: DoorProblem) {
  const [status, title] = DOOR_PROBLEMS[reason];
  return { type: `/problems/${reason}`, title, status, reason };
}

const OF_CODE: Readonly<Record<string, DoorProblem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
};

/** What an error is to whoever asked. A bug or a broken disk is noted, without its words: they can name persons. */
export function refusalOf(error: unknown, log: ProgramLog): DoorRefusal {
  if (error instanceof DoorRefusal) return error;
  const { code = '', statusCode = 500 } = error as { readonly code?: string; readonly statusCode?: number };
  const known = OF_CODE[code];
  if (known) return new DoorRefusal(known);
  if (statusCode >= 400 && statusCode < 500) return new DoorRefusal('invalid-request');
  if (diskRefusalOf(error)?.reason === 'disk-full') return new DoorRefusal('disk-full');
  log.bug('hq-door', error);
  return new DoorRefusal('internal');
}
