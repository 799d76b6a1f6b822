import { createHash, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHAIN_START,
  type Digest,
  envelopeBytes,
  findChainFault,
  type LoggedChange,
  leafOf,
  nextChain,
} from './chain.ts';

const digest: Digest = {
  sha256: (parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest(),
  utf8: (text) => Buffer.from(text, 'utf8'),
};

const EPOCH = randomBytes(16);

/** A sound log of these bodies. */
function aLog(bodies: readonly string[]): LoggedChange[] {
  let previous: Uint8Array = CHAIN_START;
  return bodies.map((text, index) => {
    const seq = index + 1;
    const [salt, body] = [randomBytes(16), Buffer.from(text)];
    const envelope = {
      epoch: EPOCH,
      seq,
      tx: seq,
      kind: 'purchase',
      id: randomBytes(16),
      subject: index % 2 ? randomBytes(16) : null,
      op: 'put',
      schemaVersion: 1,
      hlc: `00000000000a-${String(index).padStart(4, '0')}`,
      supersedes: null,
    };
    const leaf = leafOf(salt, body, digest);
    previous = nextChain(previous, envelope, leaf, digest);
    return { ...envelope, salt, body, leaf, chain: previous };
  });
}

const bodies = fc.array(fc.string(), { minLength: 2, maxLength: 12, size: 'max' });
const flipped = (bytes: Uint8Array | null) =>
  Uint8Array.from(bytes ?? new Uint8Array(16), (byte, index) => (index === 0 ? byte ^ 1 : byte));

/** One column of a row after another, changed. */
const EDITS: Readonly<Record<string, (row: LoggedChange) => Partial<LoggedChange>>> = {
  epoch: (row) => ({ epoch: flipped(row.epoch) }),
  tx: (row) => ({ tx: row.tx - 1 }),
  kind: () => ({ kind: 'member' }),
  id: (row) => ({ id: flipped(row.id) }),
  subject: (row) => ({ subject: flipped(row.subject) }),
  op: () => ({ op: 'delete' }),
  'schema version': () => ({ schemaVersion: 2 }),
  stamp: () => ({ hlc: '00000000000b-0000' }),
  'superseded id': () => ({ supersedes: new Uint8Array(16) }),
  body: (row) => ({ body: Buffer.concat([row.body as Uint8Array, Buffer.from('!')]) }),
  salt: (row) => ({ salt: flipped(row.salt) }),
  'salt, taken away': () => ({ salt: null }),
  'body, taken away': () => ({ body: null }),
  leaf: (row) => ({ leaf: flipped(row.leaf), salt: null, body: null }),
  link: (row) => ({ chain: flipped(row.chain) }),
};

const faultOf = (log: readonly LoggedChange[]) => findChainFault(log, digest);

describe('the chain of a log', () => {
  it('is sound as it was written, and with any bodies erased', () => {
    fc.assert(
      fc.property(bodies, fc.array(fc.boolean()), (texts, erased) => {
        const log = aLog(texts);
        expect(faultOf(log)).toBeNull();
        expect(faultOf(log.map((row, index) => (erased[index] ? { ...row, salt: null, body: null } : row)))).toBeNull();
      }),
    );
  });

  it.each(Object.entries(EDITS))('shows at its seq that a row was edited: %s', (_, edit) => {
    fc.assert(
      fc.property(bodies, fc.nat(), (texts, where) => {
        const at = where % texts.length;
        const log = aLog(texts);
        const seq = faultOf(log.map((row, index) => (index === at ? { ...row, ...edit(row) } : row)))?.seq;
        expect(seq).toBe(at + 1);
      }),
    );
  });

  it('shows at its seq that a row was deleted, but for the last, which the head shows', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (texts, where) => {
        const at = where % (texts.length - 1);
        expect(faultOf(aLog(texts).toSpliced(at, 1))).toEqual({ seq: at + 1, what: 'gap' });
      }),
    );
  });

  it('shows a row that was deleted and the rest renumbered', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (texts, where) => {
        const at = where % (texts.length - 1);
        const closedUp = aLog(texts)
          .toSpliced(at, 1)
          .map((row, index) => ({ ...row, seq: index + 1, tx: index + 1 }));
        expect(faultOf(closedUp)).toEqual({ seq: at + 1, what: 'chain' });
      }),
    );
  });

  it('shows at the first of them that rows were swapped', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (texts, where) => {
        const at = where % (texts.length - 1);
        const log = aLog(texts);
        const [a, b] = [log[at] as LoggedChange, log[at + 1] as LoggedChange];
        expect(faultOf(log.toSpliced(at, 2, b, a))?.seq).toBe(at + 1);
        expect(faultOf(log.toSpliced(at, 2, { ...b, seq: a.seq, tx: a.tx }, { ...a, seq: b.seq, tx: b.tx }))?.seq).toBe(
          at + 1,
        );
      }),
    );
  });

  it('shows a row that was put in between', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (texts, where) => {
        const at = where % texts.length;
        const log = aLog(texts);
        expect(faultOf(log.toSpliced(at, 0, log[at] as LoggedChange))?.seq).toBe(at + 2);
        const stranger = { ...(aLog(texts)[at] as LoggedChange), seq: at + 1 };
        expect(faultOf(log.toSpliced(at, 1, stranger))?.seq).toBeLessThanOrEqual(at + 2);
      }),
    );
  });

  it('covers each column by its length, so that no two rows share an envelope', () => {
    const [row] = aLog(['a']) as [LoggedChange];
    const bytes = (change: Partial<LoggedChange>) =>
      Buffer.from(envelopeBytes({ ...row, ...change }, digest)).toString('hex');
    expect(bytes({ kind: 'ab', op: 'c' })).not.toBe(bytes({ kind: 'a', op: 'bc' }));
    expect(bytes({ kind: '人é' })).toContain(Buffer.from('人é').toString('hex'));
    expect(bytes({ subject: null })).not.toBe(bytes({ subject: new Uint8Array(0) }));
    expect(bytes({ subject: row.id, supersedes: null })).not.toBe(bytes({ subject: null, supersedes: row.id }));
  });
});
