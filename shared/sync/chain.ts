/**
 * The hash chain of a store's change log:
 * `leaf = SHA-256(salt ‖ body)`, `chain(n) = SHA-256(chain(n-1) ‖ envelope ‖ leaf)`.
 * Erasing a body (and its salt) keeps the leaf, so the chain still verifies.
 */
export interface Digest {
  sha256(parts: readonly Uint8Array[]): Uint8Array;
  utf8(text: string): Uint8Array;
}

/** What the chain covers beside the body. Ids are their 16 bytes. */
export interface Envelope {
  readonly epoch: Uint8Array;
  readonly seq: number;
  /** The seq of the first change of the same transaction. */
  readonly tx: number;
  readonly kind: string;
  readonly id: Uint8Array;
  readonly subject: Uint8Array | null;
  readonly op: string;
  readonly schemaVersion: number;
  readonly hlc: string;
  readonly supersedes: Uint8Array | null;
}

export const CHAIN_START = new Uint8Array(32);

const ABSENT = 0xffffffff;

/** A text whose characters are its bytes stays one: to encode it apart would cost more than the rest of a link. */
const encodable = (text: string, digest: Digest): string | Uint8Array => (PLAIN.test(text) ? text : digest.utf8(text));
const PLAIN = /^[ -~]*$/;

/** The columns from epoch to supersedes, each behind its length (uint32, big endian); a missing one has length 2³²−1. */
export function envelopeBytes(envelope: Envelope, digest: Digest): Uint8Array {
  const columns: readonly (Uint8Array | string | null)[] = [
    envelope.epoch,
    String(envelope.seq),
    String(envelope.tx),
    encodable(envelope.kind, digest),
    envelope.id,
    envelope.subject,
    encodable(envelope.op, digest),
    String(envelope.schemaVersion),
    encodable(envelope.hlc, digest),
    envelope.supersedes,
  ];
  let size = 0;
  for (const column of columns) size += 4 + (column?.length ?? 0);
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const column of columns) {
    const length = column === null ? ABSENT : column.length;
    for (let shift = 24; shift >= 0; shift -= 8) bytes[offset++] = length >>> shift;
    if (!column) continue;
    if (typeof column === 'string')
      for (let index = 0; index < length; index += 1) bytes[offset + index] = column.charCodeAt(index);
    else bytes.set(column, offset);
    offset += length;
  }
  return bytes;
}

export const leafOf = (salt: Uint8Array, body: Uint8Array, digest: Digest): Uint8Array => digest.sha256([salt, body]);

export const nextChain = (previous: Uint8Array, envelope: Envelope, leaf: Uint8Array, digest: Digest): Uint8Array =>
  digest.sha256([previous, envelopeBytes(envelope, digest), leaf]);

export interface LoggedChange extends Envelope {
  readonly salt: Uint8Array | null;
  readonly body: Uint8Array | null;
  readonly leaf: Uint8Array;
  readonly chain: Uint8Array;
}

export type ChainFault = { readonly seq: number; readonly what: 'gap' | 'body' | 'chain' };

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** An erasure takes body and salt together. */
const isErased = ({ body, salt }: LoggedChange): boolean => body === null && salt === null;

const hasItsBody = ({ body, salt, leaf }: LoggedChange, digest: Digest): boolean =>
  body !== null && salt !== null && same(leafOf(salt, body, digest), leaf);

/**
 * Walks a log of one epoch from its first change and names the first fault: a missing or repeated seq, a body that is
 * not what its leaf says, or a link that does not follow. Returns null for a sound log. Truncation at the end shows
 * only against a head kept elsewhere: compare the last chain with it.
 */
export function findChainFault(changes: Iterable<LoggedChange>, digest: Digest): ChainFault | null {
  let previous = CHAIN_START;
  let expectedSeq = 1;
  for (const change of changes) {
    if (change.seq !== expectedSeq) return { seq: expectedSeq, what: 'gap' };
    if (!isErased(change) && !hasItsBody(change, digest)) return { seq: change.seq, what: 'body' };
    if (!same(nextChain(previous, change, change.leaf, digest), change.chain))
      return { seq: change.seq, what: 'chain' };
    previous = Uint8Array.from(change.chain);
    expectedSeq += 1;
  }
  return null;
}
