import { createHash, randomBytes, randomUUID } from 'node:crypto';
import net from 'node:net';
import tls from 'node:tls';
import { deflateRawSync } from 'node:zlib';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeDigest } from '../../db/changes/digest.ts';
import { rowsToPush } from '../../db/sync/sync.queries.ts';
import { revokeStore } from '../../electron/features/hub/end-device.ts';
import { makeDeviceKey, signStatement } from '../../electron/features/sync/device-key.ts';
import { open, packRows } from '../../electron/features/sync/frame.ts';
import { toWire } from '../../electron/features/sync/wire-rows.ts';
import { RateLimit } from '../../electron/hq/rate-limit.ts';
import { DOOR, DOOR_PROBLEMS } from '../../shared/trust/door.ts';
import { readEnrolmentCode } from '../../shared/trust/enrolment-code.ts';
import { enrolStatement, sessionStatement } from '../../shared/trust/statements.ts';
import { aStore } from '../fixtures/a-store.ts';
import { type Attacker, anAttacker, ask, say, shout } from './an-attacker.ts';
import { anHq, type RunningHq } from './an-hq.ts';

const problem = (reason: keyof typeof DOOR_PROBLEMS) => ({ status: DOOR_PROBLEMS[reason][0], reason });
const CHAIN = '0'.repeat(64);
const aPush = (packedRows = 1) => ({
  do: 'push',
  session: 1,
  epoch: randomUUID(),
  from: 1,
  to: packedRows,
  prevChain: CHAIN,
  endChain: CHAIN,
});

let hq: RunningHq;
let mallory: Attacker;
beforeAll(async () => {
  hq = await anHq({ patience: { handshake: 400, header: 400, request: 800, look: 100 } });
  mallory = await anAttacker(hq, 'Mallory');
});
const state = () =>
  createHash('sha256')
    .update(
      ['fact', 'line', 'device', 'epoch', 'enrolled_store', 'push_evidence']
        .map((table) => JSON.stringify(hq.hub.raw.prepare(`SELECT * FROM ${table}`).all()))
        .join('\n'),
    )
    .digest('hex');

describe('the door, to whoever forges', () => {
  it('refuses a signature by another key, over other words, or none', async () => {
    const before = state();
    const session = await mallory.session();
    const tricks = [
      { signedWith: makeDeviceKey() },
      { signedHead: '{"do":"greet"}' },
      { headers: { [DOOR.proof]: '1.' } },
      { headers: { [DOOR.proof]: `1.${'A'.repeat(86)}` } },
    ];
    for (const trick of tricks)
      expect(await mallory.message(session, { do: 'greet' }, trick)).toMatchObject(problem('signature-wrong'));
    expect(state()).toBe(before);
  });

  it('refuses a token that it did not make, of another kind, or that was changed', async () => {
    const { token, tokenId } = await mallory.session();
    const forged = await new SignJWT({ cnf: { jwk: { kty: 'OKP', crv: 'Ed25519', x: mallory.key.publicKey } } })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('token')
      .setJti(tokenId)
      .setExpirationTime('1h')
      .sign(randomBytes(32));
    const [header = '', claims = '', signature = ''] = token.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const { nonce } = JSON.parse((await say(hq.port, '/nonce', {})).body.toString()) as { nonce: string };
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { cnf: { jwk: { x: string } } };
    said.cnf.jwk.x = makeDeviceKey().publicKey;
    const others = Buffer.from(JSON.stringify(said)).toString('base64url');
    for (const wrong of [forged, nonce, `${none}.${claims}.`, `${header}.${others}.${signature}`, 'x'])
      expect(await mallory.message({ token: wrong, tokenId }, { do: 'greet' })).toMatchObject(problem('token-wrong'));
    const bare = await ask(hq.port, { path: `${DOOR.base}/message`, headers: { 'content-type': DOOR.message } });
    expect(bare).toMatchObject(problem('token-missing'));
    expect(bare.headers['www-authenticate']).toContain('Bearer');
  });

  it('refuses a key that it never let in, and one whose holder does not answer the nonce', async () => {
    const { nonce } = JSON.parse((await say(hq.port, '/nonce', {})).body.toString()) as { nonce: string };
    const stranger = makeDeviceKey();
    const answer = (key: typeof stranger, by = key, to = nonce) => ({
      key: key.publicKey,
      nonce,
      signature: signStatement(by, sessionStatement(to, key.publicKey)),
    });
    expect(await say(hq.port, '/session', answer(stranger))).toMatchObject(problem('key-unknown'));
    expect(await say(hq.port, '/session', answer(mallory.key, stranger))).toMatchObject(problem('signature-wrong'));
    expect(await say(hq.port, '/session', answer(mallory.key, mallory.key, 'another'))).toMatchObject(
      problem('signature-wrong'),
    );
  });

  it('refuses to let in whoever cannot show that the key is theirs', async () => {
    const secret = readEnrolmentCode(hq.codeFor('Nobody'), nodeDigest)?.secret ?? '';
    const [key, other] = [makeDeviceKey(), makeDeviceKey()];
    const storeId = randomUUID() as never;
    const signature = signStatement(other, enrolStatement(secret, storeId, key.publicKey));
    expect(await say(hq.port, '/enrol', { secret, storeId, key: key.publicKey, signature })).toMatchObject(
      problem('signature-wrong'),
    );
  });
});

describe('the door, to whoever says something again', () => {
  it('refuses a nonce that was answered, or has expired', async () => {
    const { nonce } = JSON.parse((await say(hq.port, '/nonce', {})).body.toString()) as { nonce: string };
    const { key } = mallory;
    const said = { key: key.publicKey, nonce, signature: signStatement(key, sessionStatement(nonce, key.publicKey)) };
    expect(await say(hq.port, '/session', said)).toMatchObject({ status: 200 });
    expect(await say(hq.port, '/session', said)).toMatchObject(problem('nonce-used'));
    hq.nowMs += 61_000;
    expect(await say(hq.port, '/session', said)).toMatchObject(problem('nonce-wrong'));
  });

  it('refuses a push that was sent before, in its session or in another', async () => {
    const session = await mallory.session();
    expect(await mallory.message(session, aPush(), { count: 3 })).toMatchObject({ status: 200 });
    const before = state();
    expect(await mallory.message(session, aPush(), { count: 3 })).toMatchObject(problem('replayed'));
    expect(await mallory.message(session, aPush(), { count: 2 })).toMatchObject(problem('replayed'));
    const next = await mallory.session();
    const replayed = { token: next.token, tokenId: session.tokenId };
    expect(await mallory.message(replayed, aPush(), { count: 3 })).toMatchObject(problem('signature-wrong'));
    expect(state()).toBe(before);
  });

  it('refuses a session after a quarter of an hour', async () => {
    const session = await mallory.session();
    hq.nowMs += 15 * 60_000 + 1_000;
    expect(await mallory.message(session, { do: 'greet' })).toMatchObject(problem('token-expired'));
  });

  it('lets nobody in by a code that was used or has expired', async () => {
    const once = readEnrolmentCode(hq.codeFor('Once'), nodeDigest)?.secret ?? '';
    const enrol = (key = makeDeviceKey(), storeId = randomUUID() as never, secret = once) =>
      say(hq.port, '/enrol', {
        secret,
        storeId,
        key: key.publicKey,
        signature: signStatement(key, enrolStatement(secret, storeId, key.publicKey)),
      });
    const [key, storeId] = [makeDeviceKey(), randomUUID() as never];
    expect(await enrol(key, storeId)).toMatchObject({ status: 200 });
    expect(await enrol(key, storeId)).toMatchObject({ status: 200 });
    expect(await enrol()).toMatchObject(problem('code-used'));
    expect(await enrol(key)).toMatchObject(problem('code-used'));
    const late = readEnrolmentCode(hq.codeFor('Late'), nodeDigest)?.secret ?? '';
    hq.nowMs += 15 * 60_000 + 1;
    expect(await enrol(makeDeviceKey(), randomUUID() as never, late)).toMatchObject(problem('code-expired'));
  });
});

describe('the door, to a store that speaks for another', () => {
  it('refuses its message, also to take back what the other wrote', async () => {
    const victim = await anAttacker(hq, 'Victim');
    const session = await mallory.session();
    const before = state();
    let count = 0;
    for (const head of [{ do: 'greet' }, aPush(), { do: 'take-back', session: 1, afterSeq: 0 }])
      expect(await mallory.message(session, { ...head, storeId: victim.storeId }, { count: ++count })).toMatchObject(
        problem('foreign-store'),
      );
    expect(state()).toBe(before);
  });

  it('keeps rows that name another owner apart, merged nowhere', async () => {
    const shop = aStore();
    const eve = await anAttacker(hq, 'Eve');
    const token = await eve.session();
    let count = 0;
    const speak = async (head: object, packed?: Uint8Array) => {
      const { body } = await eve.message(token, head, { count: ++count, ...(packed ? { packed } : {}) });
      return open(body)?.head as Record<string, never>;
    };
    // The log of an honest store, whose rows are its own, shown under Eve's key.
    const rows = rowsToPush.all(shop.store.db, { afterSeq: 0, limit: 100 });
    const epoch = toWire(rows[0] as (typeof rows)[number]).epoch;
    const { word } = await speak({ do: 'greet' });
    const hello = { word, epoch, session: 0, timeline: null, seq: rows.length, acknowledgedSeq: 0, pulledVersion: 0 };
    const chain = Buffer.from(rows.at(-1)?.chain ?? []).toString('hex');
    const { session } = await speak({ do: 'hello', ...hello, chain, chainAtHead: CHAIN });
    const said = await speak(
      { do: 'push', session, epoch, from: 1, to: rows.length, prevChain: CHAIN, endChain: chain },
      packRows(rows.map(toWire)).packed,
    );
    expect(said).toMatchObject({ is: 'committed', through: rows.length });
    const held = hq.hub.raw
      .prepare(
        'SELECT DISTINCT reason FROM held_fact JOIN fact USING (fact_pk) JOIN line USING (line_pk) WHERE store_id = ?',
      )
      .pluck()
      .all(Buffer.from(eve.storeId.replaceAll('-', ''), 'hex'));
    expect(held).toEqual(['not-the-owner']);
  });
});

describe('the door, to a store that was revoked', () => {
  it('hears it no longer, not even in the middle of a message', async () => {
    const trent = await anAttacker(hq, 'Trent');
    const session = await trent.session();
    expect(await trent.message(session, { do: 'greet' })).toMatchObject({ status: 200 });
    // The head of the request is admitted; while its body is on the way, the store is revoked.
    const half = await trent.halfAMessage(session, { do: 'greet' }, 2);
    await mallory.session();
    revokeStore(hq.hub, 'Trent', hq.nowMs);
    const before = state();
    expect(await half.finish()).toMatch(/^HTTP\/1\.1 403 .*device-revoked/s);
    expect(await trent.message(session, aPush(), { count: 3 })).toMatchObject(problem('device-revoked'));
    expect(state()).toBe(before);
  });
});

describe('the door, to what is too much', () => {
  it('stops a small message that swells, with little memory', async () => {
    const session = await mallory.session();
    const bomb = deflateRawSync(Buffer.alloc(48 * 1024 * 1024), { level: 1 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const greeting = JSON.parse(JSON.stringify(open((await mallory.message(session, { do: 'greet' })).body)?.head)) as {
      word: string;
    };
    const hello = { word: greeting.word, epoch: randomUUID(), session: 0, timeline: null, seq: 0, chain: CHAIN };
    const verdict = open(
      (
        await mallory.message(
          session,
          { do: 'hello', ...hello, chainAtHead: CHAIN, acknowledgedSeq: 0, pulledVersion: 0 },
          { count: 2 },
        )
      ).body,
    )?.head as { session: number };
    const before = process.memoryUsage().rss;
    const swelling = { ...aPush(), session: verdict.session };
    for (let count = 3; count < 6; count += 1)
      expect(await mallory.message(session, swelling, { count, packed: bomb })).toMatchObject(problem('too-large'));
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
  });

  it('stops a body beyond a message’s limit before it has all come, and one beyond a word’s', async () => {
    const session = await mallory.session();
    const packed = randomBytes(1024 * 1024 + 32 * 1024);
    expect(await mallory.message(session, aPush(), { packed })).toMatchObject(problem('too-large'));
    expect(await say(hq.port, '/nonce', { filler: 'x'.repeat(5000) })).toMatchObject(problem('too-large'));
  });

  it('stops a head that is too large', async () => {
    const heard = await shout(
      hq.port,
      `POST ${DOOR.base}/nonce HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(heard).toContain('header-too-large');
  });

  it('tells whoever asks too often how long to wait', () => {
    let now = 0;
    const limit = new RateLimit({ most: 3, aMinute: 6 }, () => now);
    expect([1, 2, 3, 4, 5].map(() => limit.take('one'))).toEqual([0, 0, 0, 10, 10]);
    expect(limit.take('other')).toBe(0);
    now = 10_000;
    expect([limit.take('one'), limit.take('one')]).toEqual([0, 10]);
    for (let stranger = 0; stranger < 20_000; stranger += 1) limit.take(String(stranger));
    expect(limit.take('one')).toBe(0);
  });

  it('tells whoever tries codes to wait', async () => {
    const other = await anHq();
    const key = makeDeviceKey();
    const wrong = { secret: '0'.repeat(16), storeId: randomUUID(), key: key.publicKey, signature: 'A'.repeat(86) };
    const said = [];
    for (let attempt = 0; attempt < 11; attempt += 1) said.push(await say(other.port, '/enrol', wrong));
    expect(said.map(({ reason }) => reason)).toEqual([...Array(10).fill('code-wrong'), 'too-many-requests']);
    expect(Number(said.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    expect(other.hub.raw.prepare('SELECT count(*) FROM device').pluck().get()).toBe(0);
  });
});

const drip = (write: (more: string) => void) => {
  const timer = setInterval(() => write('x: y\r\n'), 50);
  setTimeout(() => clearInterval(timer), 3000).unref();
};

describe('the door, to whoever is slow', () => {
  it('closes a head, a body and a TLS handshake that never end', async () => {
    const began = performance.now();
    const start = `POST ${DOOR.base}/nonce HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`;
    const silent = new Promise<void>((resolve) => {
      const socket = net.connect({ host: '127.0.0.1', port: hq.port }, () => socket.write('\x16\x03\x01'));
      socket.on('error', () => {});
      socket.on('close', () => resolve());
    });
    const [head, body] = await Promise.all([
      shout(hq.port, start, drip),
      shout(hq.port, `${start}content-length: 100\r\n\r\n{`),
      silent,
    ]);
    for (const heard of [head, body]) expect(heard).toMatch(/^HTTP\/1\.1 408 .*too-slow/s);
    expect(performance.now() - began).toBeLessThan(6_000);
  });
});

const protocolOf = (port: number, options: tls.ConnectionOptions) =>
  new Promise<string>((resolve) => {
    const socket = tls.connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options });
    socket.on('secureConnect', () => {
      resolve(socket.getProtocol() ?? '');
      socket.destroy();
    });
    socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? ''));
  });

describe('the door, to what is no request of ours', () => {
  it('knows no other path or method, however it is spelled', async () => {
    const { base } = DOOR;
    for (const path of [
      '/',
      base,
      `${base}/message/`,
      `${base}/../hq.db`,
      `${base}/%2e%2e/hq.db`,
      '/hq.db',
      '//x',
      `${base}/__proto__`,
    ])
      expect(await say(hq.port, '', {}).then(() => ask(hq.port, { path }))).toMatchObject(problem('route-unknown'));
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const refused = await ask(hq.port, { method, path: `${base}/nonce` });
      expect(refused).toMatchObject(problem('method-not-allowed'));
      expect(refused.headers.allow).toBe('POST');
    }
    expect(await ask(hq.port, { path: '/%' })).toMatchObject({ status: 400, reason: 'invalid-request' });
  });

  it('takes its own content types only, and nothing that is encoded', async () => {
    const path = `${DOOR.base}/nonce`;
    for (const headers of [
      {},
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      { 'content-type': DOOR.message },
    ])
      expect(await ask(hq.port, { path, headers: headers as Record<string, string>, body: '{}' })).toMatchObject(
        problem('content-type-unsupported'),
      );
    const session = await mallory.session();
    expect(
      await mallory.message(session, { do: 'greet' }, { headers: { 'content-type': 'application/json' } }),
    ).toMatchObject(problem('content-type-unsupported'));
  });

  it('takes no words of another shape', async () => {
    for (const said of [null, [], 'x', { key: 1 }, { key: 'x'.repeat(43), nonce: '', signature: 'short' }])
      expect(await say(hq.port, '/session', said)).toMatchObject(problem('invalid-request'));
    const headers = { 'content-type': 'application/json' };
    expect(await ask(hq.port, { path: `${DOOR.base}/nonce`, headers, body: '{' })).toMatchObject(
      problem('invalid-request'),
    );
    const session = await mallory.session();
    expect(await mallory.message(session, { do: 'reign' })).toMatchObject(problem('invalid-request'));
    expect(await shout(hq.port, 'SSH-2.0-OpenSSH_9\r\n\r\n')).toContain('invalid-request');
  });

  it('speaks TLS 1.3 and nothing older', async () => {
    expect(await protocolOf(hq.port, {})).toBe('TLSv1.3');
    expect(await protocolOf(hq.port, { maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' })).toMatch(/^ERR_SSL|ECONNRESET/);
  });
});
