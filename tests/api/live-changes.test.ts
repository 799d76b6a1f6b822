import { callTRPCProcedure } from '@trpc/server';
import { expect, it } from 'vitest';
import { callOf } from '../../electron/api/call.ts';
import { appRouter } from '../../electron/api/router.ts';
import { aServedStore, seat } from './served-store.ts';

it('a window hears of changes only while somebody is signed in there', async () => {
  const served = await aServedStore();
  const { host } = served;
  const ending = new AbortController();
  const ctx = callOf(host, 'window');
  const events = (await callTRPCProcedure({
    router: appRouter,
    path: 'changes',
    type: 'subscription',
    ctx,
    signal: ending.signal,
    batchIndex: 0,
    getRawInput: () => Promise.resolve(),
  })) as AsyncGenerator<readonly string[]>;
  const first = events.next();
  await Promise.resolve();
  host.changes.publish(['member:secret']);
  seat(served, 'window', 'clerk');
  host.changes.publish(['members']);
  expect((await first).value).toEqual(['members']);
  const second = events.next();
  host.client('window').staff = null;
  host.changes.publish(['member:secret']);
  ending.abort();
  expect((await second).done).toBe(true);
});
