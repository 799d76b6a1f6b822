import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type LoopbackProcess, launchLoopback } from './loopback-process.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request as any program of the machine could send it, with whatever headers it likes. */
function send(url: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    sent.on('error', reject).end(body);
  });
}

const test = base.extend<{ loopback: LoopbackProcess; origin: string; cookie: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  loopback: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'regulars-'));
    const loopback = await launchLoopback(folder);
    await use(loopback);
    await loopback.close();
    rmSync(folder, { recursive: true, force: true });
  },
  origin: async ({ loopback }, use) => use(new URL(loopback.address).origin),
  /** The pass of a browser that has shown the launch token. */
  cookie: async ({ loopback }, use) => {
    const { headers } = await send(loopback.address);
    await use(String(headers['set-cookie']?.[0]).split(';')[0] ?? '');
  },
});

const STATUS = '/trpc/app.status';

test('neither a page nor the API answers without the launch token', async ({ origin }) => {
  for (const place of ['/', '/index.html', STATUS, '/?token=guess', '/nowhere'])
    expect((await send(origin + place)).status, place).toBe(401);
  expect((await send(origin + STATUS, { cookie: 'regulars-1=guess' })).status).toBe(401);
});

test('the token is exchanged for a cookie that scripts and other sites cannot use', async ({ loopback, origin }) => {
  const { status, headers } = await send(loopback.address);
  expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' });
  const [cookie] = headers['set-cookie'] ?? [];
  expect(cookie).toMatch(new RegExp(`^regulars-${new URL(origin).port}=[\\w-]{43};`));
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Strict');
  expect(new URL(loopback.address).searchParams.get('token')).toMatch(/^[\w-]{43}$/);
});

test('the cookie lets its browser in, and the token may be shown again', async ({ loopback, origin, cookie }) => {
  expect((await send(`${origin}/`, { cookie })).status).toBe(200);
  expect((await send(origin + STATUS, { cookie })).status).toBe(200);
  const again = await send(loopback.address, { cookie });
  expect(again.status).toBe(303);
  expect(String(again.headers['set-cookie'])).toContain(cookie);
  const other = await send(loopback.address);
  expect(String(other.headers['set-cookie'])).not.toContain(cookie);
});

test('a foreign Host is refused, with or without the cookie', async ({ origin, cookie }) => {
  const { port } = new URL(origin);
  for (const host of ['elsewhere.example', `elsewhere.example:${port}`, '127.0.0.1', '127.0.0.1:1', `0.0.0.0:${port}`])
    expect((await send(origin + STATUS, { host, cookie })).status, host).toBe(403);
  expect((await send(origin + STATUS, { host: `localhost:${port}`, cookie })).status).toBe(200);
});

test('a foreign Origin is refused', async ({ origin, cookie }) => {
  const { port } = new URL(origin);
  for (const foreign of ['https://elsewhere.example', 'null', 'http://127.0.0.1:1', `https://127.0.0.1:${port}`])
    expect((await send(origin + STATUS, { origin: foreign, cookie })).status, foreign).toBe(403);
  expect((await send(origin + STATUS, { origin, cookie })).status).toBe(200);
});

test('every answer carries the security headers, and none says what it runs on', async ({ origin, cookie }) => {
  for (const [place, sent] of [
    ['/', { cookie }],
    ['/', {}],
    [STATUS, { cookie }],
  ] as const) {
    const { headers } = await send(origin + place, sent);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
});

test('a body beyond the limit is refused', async ({ origin, cookie }) => {
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const body = JSON.stringify('x'.repeat(2 * 1024 * 1024));
  expect((await send(`${origin}/trpc/app.createStore`, headers, 'POST', body)).status).toBe(413);
});

test('a query does not change anything: mutations are not answered to GET', async ({ origin, cookie }) => {
  expect((await send(`${origin}/trpc/app.createStore`, { cookie })).status).toBe(405);
});
