import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dueMessages, dueQuestions } from '../../db/messages/outbox.queries.ts';
import { fakeGateway } from '../fixtures/fake-gateway.ts';
import { aDesk, aReachable, aTemplate, enqueue, statesOf, useChannels } from '../fixtures/message-store.ts';
import { makeShop, openShop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const KILLS = Number(process.env.REGULARS_KILLS ?? 12);
const MESSAGES = 400;
const LONGEST_MS = 60;
const SENDING = path.join(import.meta.dirname, 'messaging-process.ts');
const QUICK = { ...process.env, NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'regulars-compiled') };

/** Sends in another process and kills it (`kill -9`) so long after the gateway was asked first. */
function sendAndKill(file: string, begun: () => boolean, afterMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SENDING, file], { stdio: ['ignore', 'pipe', 'inherit'], env: QUICK });
    const look = setInterval(() => {
      if (!begun()) return;
      clearInterval(look);
      setTimeout(() => child.kill('SIGKILL'), afterMs);
    }, 1);
    child.once('close', (_, signal) => {
      clearInterval(look);
      if (signal === 'SIGKILL') resolve();
      else reject(new Error('the sending process ended by itself'));
    });
  });
}

it(`sends each message exactly once through ${KILLS} kills at any moment`, { timeout: KILLS * 20_000 }, async () => {
  const file = path.join(tempFolder('disk'), 'store.db');
  const gateway = await fakeGateway();
  // Now and then the answer is lost though it was taken, or nothing was taken at all.
  gateway.mood = (request) => (request % 17 === 5 ? 'lost-answer' : request % 23 === 7 ? 'error-before' : 'take');
  const nowMs = Date.now() - 60_000;
  const made = makeShop(file, {}, nowMs);
  useChannels(made, { sms: { url: gateway.url }, quiet: { from: '00:00', until: '00:00' } });
  const members = Array.from({ length: MESSAGES }, () => aReachable(made));
  enqueue(made, members, { content: { templateId: aTemplate(made) } });
  made.store.db.close();

  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = openShop(file, Date.now());
    const asked = { channel: 'sms', nowMs: Date.now() + 3_600_000, limit: 1 } as const;
    const isLeft = dueMessages.get(before.store.db, asked) ?? dueQuestions.get(before.store.db, asked);
    before.store.db.close();
    if (!isLeft) break;
    const { requests } = gateway;
    await sendAndKill(file, () => gateway.requests > requests, Math.random() * LONGEST_MS);
  }

  const shop = openShop(file, Date.now());
  const { send, pass } = aDesk(shop);
  for (let times = 0; times < 40 && statesOf(shop).some((state) => state !== 'sent'); times += 1) {
    await send();
    pass(600_000);
  }
  const keys = gateway.taken.map(({ key }) => key);
  expect(new Set(keys).size, 'none lost').toBe(MESSAGES);
  expect(keys.length, 'none twice').toBe(MESSAGES);
  expect(new Set(statesOf(shop))).toEqual(new Set(['sent']));
  expect(shop.store.db.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expectReplay(shop.store.db);
  await gateway.close();
});
