import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { revokeApiKey } from '../../electron/features/api-keys/revoke-api-key.ts';
import { aMember } from '../fixtures/a-member.ts';
import { traceOf } from '../fixtures/rows.ts';
import { aPosStore, newApiKey, type PosAnswer } from './pos-store.ts';

const pos = await aPosStore();
aMember(pos.shop, { name: '王小明', phone: '13812345678' });
const { port } = new URL(pos.address);

/** What every problem is, whatever else it says. */
function expectProblem(answer: PosAnswer, status: number, reason: string): void {
  expect(answer.body).toMatchObject({ type: `/problems/${reason}`, status, reason });
  expect(answer.body.title.length).toBeGreaterThan(3);
  expect(answer.body.detail.length).toBeGreaterThan(3);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
}

/** A request with headers that fetch would not send. */
const rawRequest = (headers: Record<string, string>, method = 'GET', path = '/api/v1/members?q=a') =>
  new Promise<number>((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

const post = (body: string, headers: Record<string, string> = {}) => pos.ask('POST', '/members', { body, headers });

describe('a key', () => {
  it('is needed for everything but the document', async () => {
    expect((await pos.ask('GET', '/openapi.json', { apiKey: null })).status).toBe(200);
    for (const [method, path] of [
      ['GET', '/members?q=a'],
      ['POST', '/purchases'],
      ['GET', '/nowhere'],
      ['DELETE', '/members'],
    ] as const) {
      const answer = await pos.ask(method, path, { apiKey: null });
      expectProblem(answer, 401, 'api-key-missing');
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('that was revoked lets nobody in any more', async () => {
    const { keyId, key: apiKey } = newApiKey(pos);
    expect((await pos.ask('GET', '/members?q=a', { apiKey })).status).toBe(200);
    revokeApiKey(pos.store, keyId, pos.shop.managerId, Date.now(), pos.host.ids);
    expectProblem(await pos.ask('GET', '/members?q=a', { apiKey }), 401, 'api-key-wrong');
  });

  it('that is wrong is refused, and after ten in a minute told to wait; the right one is let in all the while', async () => {
    const wrong = [
      pos.apiKey.slice(0, -1),
      `${pos.apiKey}x`,
      pos.apiKey.toLowerCase(),
      'x',
      pos.apiKey.replace('regulars_', ''),
    ];
    const answers = [];
    for (let index = 0; index < 20; index += 1)
      answers.push(await pos.ask('GET', '/members?q=a', { apiKey: wrong[index % wrong.length] ?? '' }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    const last = answers.at(-1) as PosAnswer;
    expectProblem(last, 429, 'too-many-wrong-keys');
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await pos.ask('GET', '/members?q=a')).status).toBe(200);
    expect(await rawRequest({ authorization: `Basic ${btoa(`x:${pos.apiKey}`)}` })).toBe(429);
  });

  it('is kept as a digest alone, and no file of the store holds it', () => {
    const [row] = pos.store.db.raw
      .prepare('SELECT * FROM api_key JOIN api_key_credential USING (api_key_pk)')
      .all() as Record<string, unknown>[];
    expect(JSON.stringify(row)).not.toContain(pos.apiKey.slice(0, 20));
    expect(row?.digest).toHaveLength(32);
    expect(pos.apiKey.length).toBeGreaterThanOrEqual(43);
    expect(
      pos.store.db.raw.prepare(`SELECT count(*) FROM change_log WHERE instr(body, 'regulars_')`).pluck().get(),
    ).toBe(0);
  });
});

describe('a request', () => {
  const authorization = `Bearer ${pos.apiKey}`;

  it('from a page, or to another name, is turned away', async () => {
    expect(await rawRequest({ authorization })).toBe(200);
    expect(await rawRequest({ authorization, host: `shop.example:${port}` })).toBe(403);
    expect(await rawRequest({ authorization, origin: 'https://shop.example' })).toBe(403);
    expect(await rawRequest({ authorization, origin: 'null' })).toBe(403);
  });

  it('to no path of ours is a 404, by no method of its path a 405', async () => {
    for (const path of ['/', '/nowhere', '/Members', '/members/1/2/3', '/../v1/x', '/openapi_json'])
      expectProblem(await pos.ask('GET', path), 404, 'route-unknown');
    for (const [method, path, allow] of [
      ['DELETE', '/members', 'GET, POST, HEAD'],
      ['PUT', '/purchases', 'POST'],
      ['GET', '/quotes', 'POST'],
      ['POST', '/openapi.json', 'GET, HEAD'],
      ['PATCH', '/members/x/points', 'GET, HEAD'],
      ['PROPFIND', '/members', 'GET, POST, HEAD'],
      ['OPTIONS', '/members', 'GET, POST, HEAD'],
    ] as const) {
      const answer = await pos.ask(method, path, { headers: { 'content-type': 'text/csv' } });
      expectProblem(answer, 405, 'method-not-allowed');
      expect(answer.headers.get('allow')).toBe(allow);
    }
    expect(await rawRequest({ authorization }, 'HEAD')).toBe(200);
  });

  it('with a body that is no JSON in UTF-8, or too much of it, is refused', async () => {
    for (const body of ['{', '{"name":}', 'null x', '\u0000', '{"name":"\\ud800"}', '['.repeat(100_000)])
      expectProblem(await post(body), 400, 'invalid-json');
    for (const type of [
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/json; charset=gbk',
    ])
      expectProblem(await post('{}', { 'content-type': type }), 415, 'content-type-unsupported');
    const large = await post(JSON.stringify({ name: 'x'.repeat(300_000) }));
    expectProblem(large, 413, 'body-too-large');
    expect(large.body.detail).toContain('262,144');
  });

  it('that the schema refuses is told each place, in the language that it asks for', async () => {
    const body = { lines: [{ sku: 'X', barcode: 'Y', quantityThousandths: 0 }], 'odd/key~': 1, memberId: 'me' };
    const answer = await pos.ask('POST', '/quotes', { body });
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '#/lines/0/quantityThousandths', detail: expect.any(String) },
        { pointer: '#/memberId', detail: 'must be an id (a UUID in lower case)' },
        { pointer: '#/odd~1key~0', detail: expect.any(String) },
      ]),
    );
    const twice = await pos.ask('POST', '/quotes', {
      body: { lines: [{ sku: 'X', barcode: 'Y', quantityThousandths: 1 }] },
    });
    expect(twice.body.errors).toEqual([
      { pointer: '#/lines/0', detail: 'name the goods by exactly one of productId, barcode, sku and open' },
    ]);
    const chinese = await pos.ask('POST', '/quotes', {
      body,
      headers: { 'accept-language': 'de, zh;q=0.8, en;q=0.5' },
    });
    expect(chinese.headers.get('content-language')).toBe('zh-CN');
    expect(chinese.body).toMatchObject({ title: '请求内容有误', type: '/problems/invalid-request' });
    expect(chinese.body.errors.every(({ detail }: { detail: string }) => /\p{Script=Han}/u.test(detail))).toBe(true);
    expect(await pos.ask('GET', '/members')).toMatchObject({ status: 400, body: { errors: [{ parameter: 'q' }] } });
    expect(await pos.ask('GET', '/members?q=a&q=b')).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'q' }] },
    });
    expect(await pos.ask('GET', '/members?q=a&page=2')).toMatchObject({ body: { errors: [{ parameter: 'page' }] } });
    expect(await pos.ask('GET', '/members/42')).toMatchObject({ status: 400, body: { errors: [{ parameter: 'id' }] } });
  });

  it('that makes something needs an Idempotency-Key of some length', async () => {
    for (const idempotencyKey of [null, 'short', 'x'.repeat(129), 'has a blank', 'one-key-1, another-2'])
      expectProblem(
        await pos.ask('POST', '/members', { body: { name: 'x' }, idempotencyKey }),
        400,
        'idempotency-key-missing',
      );
  });

  it('that is no HTTP is told so, and the API lives on', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('BOO\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"reason":"invalid-request"/s);
    expect(await rawRequest({ authorization }, 'GET', '/api/v1/members/%zz')).toBe(400);
    expect(await rawRequest({ authorization }, 'GET', `/api/v1/members/${'x'.repeat(300)}`)).toBe(400);
    expect((await pos.ask('GET', '/members?q=a')).status).toBe(200);
  });
});

describe('what is said elsewhere', () => {
  afterEach(() => vi.restoreAllMocks());

  it('of a disk that fails is no more than where, and nothing that names a person or a key', async () => {
    const said: string[] = [];
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    for (const how of ['log', 'error', 'warn', 'info', 'debug'] as const)
      vi.spyOn(console, how).mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' ')));
    const before = traceOf(pos.store.db);
    const enrolment = { name: '赵敏', phone: '13899998888', cardNumber: 'SECRET-CARD' };
    await pos.ask('POST', '/members', { body: { ...enrolment, phone: 'x'.repeat(99) } });
    await pos.ask('GET', '/members?q=13812345678', { apiKey: 'wrong-key-of-somebody' });
    expect(said).toEqual([]);

    pos.store.db.raw.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON member_identity
      BEGIN SELECT raise(ABORT, '赵敏 13899998888 broke it'); END`);
    const failed = await pos.ask('POST', '/members', { body: enrolment });
    pos.store.db.raw.exec('DROP TRIGGER broken');
    expectProblem(failed, 500, 'internal');
    expect(traceOf(pos.store.db)).toEqual(before);
    expect(said.join('\n')).toContain('place=pos-api.members error=SqliteError');
    for (const secret of ['赵敏', '13899998888', 'SECRET-CARD', pos.apiKey, 'wrong-key', 'broke it'])
      expect(said.join('\n') + JSON.stringify(failed.body)).not.toContain(secret);
  });
});
