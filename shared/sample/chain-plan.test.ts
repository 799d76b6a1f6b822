import { describe, expect, it } from 'vitest';
import { isTreated, plannedCampaign, planStore, type SampleChain } from './chain-plan.ts';

const CHAIN: SampleChain = {
  stores: 3,
  members: 300,
  days: 400,
  seed: 11,
  plain: false,
  nowMs: Date.UTC(2026, 10, 1, 4),
};
const everybody = (chain: SampleChain) =>
  Array.from({ length: chain.stores }, (_, store) => planStore(chain, store)).flat();

describe('a planned chain', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planStore(CHAIN, 1)).toEqual(planStore(CHAIN, 1));
    expect(planStore({ ...CHAIN, seed: 12 }, 1)).not.toEqual(planStore(CHAIN, 1));
  });

  it('gives every customer one store, an id of their own and at least one visit', () => {
    const customers = everybody(CHAIN);
    expect(customers).toHaveLength(CHAIN.members);
    expect(new Set(customers.map(({ memberId }) => memberId)).size).toBe(CHAIN.members);
    for (const { visits } of customers) expect(visits.length).toBeGreaterThan(0);
  });

  it('lets nobody buy in the future or by night, and nobody return what was not bought yet', () => {
    for (const { visits } of everybody(CHAIN))
      for (const { atMs, returnedAtMs, lines } of visits) {
        expect(atMs).toBeLessThan(CHAIN.nowMs);
        const hour = (new Date(atMs).getUTCHours() + 8) % 24;
        expect(hour).toBeGreaterThanOrEqual(8);
        expect(hour).toBeLessThan(22);
        expect(lines.length).toBeGreaterThan(0);
        expect(returnedAtMs ?? CHAIN.nowMs).toBeGreaterThan(atMs);
      }
  });

  it('brings incremental visits to those it treats alone, while it runs and before they leave', () => {
    const campaign = plannedCampaign(CHAIN);
    if (!campaign) throw new Error('a chain of 400 days has a campaign');
    const customers = everybody(CHAIN);
    expect(customers.flatMap(({ visits }) => visits.filter(({ incremental }) => incremental)).length).toBeGreaterThan(
      20,
    );
    for (const customer of customers) {
      const lured = customer.visits.filter(({ incremental }) => incremental);
      expect(isTreated(campaign, customer) || lured.length === 0).toBe(true);
      for (const { atMs } of lured) {
        expect(atMs).toBeGreaterThanOrEqual(campaign.startsAtMs);
        expect(atMs).toBeLessThan(campaign.endsAtMs);
      }
    }
  });

  it('plants nothing where it is plain', () => {
    const plain = { ...CHAIN, plain: true };
    expect(plannedCampaign(plain)).toBeNull();
    for (const { segment, visits } of everybody(plain)) {
      expect(segment).toBeNull();
      expect(visits.some(({ incremental }) => incremental)).toBe(false);
    }
  });
});
