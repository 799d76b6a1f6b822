import { idBytes, idText } from '../../../db/kernel/codec.ts';
import type { WireRow } from '../../../shared/sync/messages.ts';

export const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
export const unhex = (text: string): Uint8Array => Buffer.from(text, 'hex');

/** A row of a log as both databases keep it. */
export interface LogRow {
  readonly epoch: Uint8Array;
  readonly seq: number;
  readonly tx: number;
  readonly kind: string;
  readonly id: Uint8Array;
  readonly subject: Uint8Array | null;
  readonly op: 'put' | 'delete';
  readonly schemaVersion: number;
  readonly hlc: string;
  readonly supersedes: Uint8Array | null;
  readonly salt: Uint8Array | null;
  readonly body: Uint8Array | null;
  readonly leaf: Uint8Array;
}

const maybe = <A, B>(value: A | null, turn: (value: A) => B): B | null => (value === null ? null : turn(value));

export const toWire = ({
  epoch,
  id,
  subject,
  schemaVersion,
  supersedes,
  salt,
  body,
  leaf,
  ...row
}: LogRow): WireRow => ({
  epoch: idText(epoch),
  seq: row.seq,
  tx: row.tx,
  kind: row.kind,
  id: idText(id),
  subject: maybe(subject, idText<'anything'>),
  op: row.op,
  v: schemaVersion,
  hlc: row.hlc,
  supersedes: maybe(supersedes, idText<'anything'>),
  salt: maybe(salt, hex),
  body: maybe(body, (bytes) => Buffer.from(bytes).toString('utf8')),
  leaf: hex(leaf),
});

export const fromWire = ({ epoch, id, subject, v, supersedes, salt, body, leaf, ...row }: WireRow): LogRow => ({
  ...row,
  epoch: idBytes(epoch),
  id: idBytes(id),
  subject: maybe(subject, idBytes),
  schemaVersion: v,
  supersedes: maybe(supersedes, idBytes),
  salt: maybe(salt, unhex),
  body: maybe(body, (text) => Buffer.from(text, 'utf8')),
  leaf: unhex(leaf),
});
