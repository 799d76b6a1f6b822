import { describe, expect, it } from 'vitest';
import { RIGHTS } from '../../shared/staff/rights.ts';
import { aServedStore, ask, openHost, PROCEDURES, seat } from './served-store.ts';

/** Written out here, so that a right that is given away by mistake is seen. */
const MAY: Readonly<Record<'clerk' | 'hq-analyst', readonly string[]>> = {
  clerk: [
    'member.read',
    'member.write',
    'product.read',
    'stock.read',
    'request.note',
    'sale.make',
    'sale.return',
    'sale.void',
    'points.redeem',
  ],
  'hq-analyst': ['member.read', 'product.read', 'stock.read', 'audit.read', 'analysis.read'],
};
const OPEN_TO_ALL = ['anyone', 'open-store'];
const KINDS_OF_ACCESS: readonly string[] = [...OPEN_TO_ALL, 'signed-in', ...RIGHTS];

const served = await aServedStore();
const codeOf = async (window: string, asked: (typeof PROCEDURES)[number], host = served.host) => {
  const answer = await ask(host, window, asked);
  return answer.ok ? 'ok' : answer.code;
};
const named = PROCEDURES.map((asked) => [asked.path, asked] as const);
const isRight = (access: string) => (RIGHTS as readonly string[]).includes(access);

describe('every procedure', () => {
  it.each(named)('%s says who may call it and how it may refuse', (_, { access, refusals }) => {
    expect(KINDS_OF_ACCESS).toContain(access);
    expect(Array.isArray(refusals)).toBe(true);
  });

  it('is here', () => expect(PROCEDURES.length).toBeGreaterThan(20));
});

describe('before a store is open', () => {
  const host = openHost();
  it.each(named.filter(([, { access }]) => access !== 'anyone'))('%s finds none', async (_, asked) =>
    expect(await codeOf('window', asked, host)).toBe('PRECONDITION_FAILED'),
  );
});

describe('before anybody signed in', () => {
  it.each(named.filter(([, { access }]) => !OPEN_TO_ALL.includes(access)))('%s asks for a sign-in', async (_, asked) =>
    expect(await codeOf('nobody', asked)).toBe('UNAUTHORIZED'),
  );
});

describe.each(['clerk', 'hq-analyst'] as const)('a %s', (role) => {
  const guarded = named.filter(([, { access }]) => isRight(access));

  it.each(guarded.filter(([, { access }]) => !MAY[role].includes(access)))('may not %s', async (_, asked) => {
    seat(served, role, role);
    expect(await codeOf(role, asked)).toBe('FORBIDDEN');
  });

  it.each(guarded.filter(([, { access }]) => MAY[role].includes(access)))('may %s', async (_, asked) => {
    seat(served, role, role);
    expect(['ok', 'BAD_REQUEST']).toContain(await codeOf(role, asked));
  });
});

describe('a window', () => {
  it('is signed in by itself: what another window may do, it may not', async () => {
    seat(served, 'one', 'manager');
    const list = PROCEDURES.find(({ path }) => path === 'members.list');
    expect(list && (await codeOf('one', list))).toBe('BAD_REQUEST');
    expect(list && (await codeOf('two', list))).toBe('UNAUTHORIZED');
    served.host.forgetClient('one');
    expect(list && (await codeOf('one', list))).toBe('UNAUTHORIZED');
  });
});
