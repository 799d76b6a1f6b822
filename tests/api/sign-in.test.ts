import { beforeEach, describe, expect, it } from 'vitest';
import type { AppHost } from '../../electron/api/app-host.ts';
import { signIn } from '../../electron/features/staff/sign-in.ts';
import { FREE_ATTEMPTS } from '../../shared/staff/pin.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { aServedStore, ask, CLERK_PIN, MANAGER_PIN, openHost, type Served, seat } from './served-store.ts';

const SIGN_IN = { path: 'staff.signIn', type: 'mutation' } as const;
const MINUTE = 60_000;

let folder: string;
let served: Served;
let nowMs: number;
beforeEach(async () => {
  folder = tempFolder();
  served = await aServedStore(folder);
  nowMs = Date.UTC(2026, 2, 15);
});

const at = (host: AppHost): AppHost => ({ ...host, clock: () => nowMs });

/** What comes of a sign-in of the clerk: 'in', or why not. */
async function trying(pin: string, host = served.host): Promise<string | null> {
  const answer = await ask(at(host), 'till', SIGN_IN, { staffId: served.shop.clerkId, pin });
  return answer.ok ? 'in' : answer.refusal;
}
async function wrongly(times: number): Promise<(string | null)[]> {
  const answers: (string | null)[] = [];
  for (let attempt = 0; attempt < times; attempt += 1) answers.push(await trying('9173'));
  return answers;
}
const attemptsOnDisk = () =>
  served.store.db.raw.prepare('SELECT max(failed_attempts) FROM staff_credential').pluck().get();

describe('a wrong PIN', () => {
  it('locks at the fifth attempt, and then not even the right one is looked at', async () => {
    expect(await wrongly(FREE_ATTEMPTS)).toEqual(['wrong-pin', 'wrong-pin', 'wrong-pin', 'wrong-pin', 'locked-out']);
    expect(await trying(CLERK_PIN)).toBe('locked-out');
    nowMs += MINUTE - 1;
    expect(await trying(CLERK_PIN)).toBe('locked-out');
    nowMs += 1;
    expect(await trying(CLERK_PIN)).toBe('in');
  });

  it('is forgotten after the right one', async () => {
    await wrongly(FREE_ATTEMPTS - 1);
    expect(await trying(CLERK_PIN)).toBe('in');
    expect(attemptsOnDisk()).toBe(0);
    expect(await wrongly(FREE_ATTEMPTS - 1)).toEqual(Array(FREE_ATTEMPTS - 1).fill('wrong-pin'));
  });

  it('signs nobody in, and leaves whoever is signed in there', async () => {
    await trying(CLERK_PIN);
    await trying('9173');
    expect(served.host.client('till').staff?.role).toBe('clerk');
  });
});

describe('a window that locked', () => {
  const FIND = { path: 'members.find', type: 'query' } as const;
  const found = async () => {
    const answer = await ask(served.host, 'till', FIND, { q: '138', limit: 1 });
    return answer.ok ? 'found' : answer.code;
  };

  it('is answered nothing until somebody signs in, and what was lent there is taken back', async () => {
    await trying(CLERK_PIN);
    const lent = { staffId: served.shop.managerId, pin: MANAGER_PIN, right: 'price.override' };
    expect(await ask(at(served.host), 'till', { path: 'staff.approve', type: 'mutation' }, lent)).toMatchObject({
      ok: true,
    });
    expect(await found()).toBe('found');
    await ask(served.host, 'till', { path: 'staff.signOut', type: 'mutation' });
    expect(await found()).toBe('UNAUTHORIZED');
    expect(served.host.client('till').approvals.size).toBe(0);
    expect(await trying(CLERK_PIN)).toBe('in');
    expect(await found()).toBe('found');
  });

  it('did so after five minutes, until a manager says otherwise; a clerk may not', async () => {
    const minutes = async (to?: number) => {
      if (to !== undefined)
        await ask(served.host, 'till', { path: 'staff.setIdleLock', type: 'mutation' }, { minutes: to });
      const answer = await ask(served.host, 'till', { path: 'staff.idleLock', type: 'query' });
      return answer.ok ? answer.data : answer.code;
    };
    seat(served, 'till', 'clerk');
    expect(await minutes(1)).toBe(5);
    seat(served, 'till', 'manager');
    expect(await minutes(0)).toBe(0);
    expect(await minutes(-1)).toBe(0);
    expect(await minutes(30)).toBe(30);
  });
});

describe('a lock', () => {
  it('outlives the program', async () => {
    await wrongly(FREE_ATTEMPTS);
    served.host.close();
    const again = openHost(folder);
    expect(await trying(CLERK_PIN, again)).toBe('locked-out');
    again.close();
  });

  it('gains nobody a try by killing the program before the PIN is looked at', async () => {
    const pending = signIn(served.store, { staffId: served.shop.clerkId, pin: '9173' }, () => nowMs, served.host.ids);
    expect(attemptsOnDisk()).toBe(1);
    await pending;
  });

  it('is not outrun by twenty attempts at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => trying('9173')));
    expect(answers.filter((answer) => answer === 'wrong-pin')).toHaveLength(FREE_ATTEMPTS - 1);
    expect(answers.filter((answer) => answer === 'locked-out')).toHaveLength(20 - FREE_ATTEMPTS + 1);
    expect(attemptsOnDisk()).toBe(FREE_ATTEMPTS);
  });

  it('ends within a quarter of an hour also when the clock is set back a year', async () => {
    await wrongly(FREE_ATTEMPTS);
    nowMs -= 365 * 24 * 60 * MINUTE;
    expect(await trying(CLERK_PIN)).toBe('locked-out');
    nowMs += 15 * MINUTE;
    expect(await trying(CLERK_PIN)).toBe('in');
  });
});
