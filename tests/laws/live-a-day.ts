import { expect } from 'vitest';
import { verifyAudit } from '../../electron/features/audit/verify-audit.ts';
import { aProduct } from '../fixtures/a-product.ts';
import { aStore } from '../fixtures/a-store.ts';
import { traceOf } from '../fixtures/rows.ts';
import type { Attempt, Day, RandomAct } from './acts/act.ts';

/** The morning of a day: a new store that sells two products. */
export const aDay = (): Day => {
  const shop = aStore();
  return {
    shop,
    members: [],
    products: [aProduct(shop), aProduct(shop, { priceMinor: 1999 })],
    sales: [],
    documents: [],
    requests: [],
    merges: [],
    programmeVersion: 1,
  };
};

/** Lives through random acts, and holds each to: refused without a trace, done once under its id. */
export function liveADay(acts: readonly RandomAct[]): Day {
  const day = aDay();
  const { db } = day.shop.store;
  const trace = () => traceOf(db);
  const past: { readonly attempt: Attempt; readonly kept: unknown }[] = [];
  for (const { run } of acts) {
    const before = trace();
    const attempt = run(day);
    if (attempt.outcome.ok) {
      const after = trace();
      expect(attempt.again?.() ?? attempt.outcome).toEqual(attempt.outcome);
      expect(trace()).toEqual(after);
      past.push({ attempt, kept: attempt.kept?.() });
    } else expect(trace()).toEqual(before);
  }
  const evening = trace();
  for (const { attempt, kept } of past) {
    expect(attempt.again?.() ?? { ok: true }).toMatchObject({ ok: true });
    for (const altered of attempt.altered ?? []) expect(altered()).toMatchObject({ ok: false });
    expect(attempt.kept?.()).toEqual(kept);
  }
  expect(trace()).toEqual(evening);
  expect(verifyAudit(day.shop.store).fault).toBeNull();
  return day;
}
