import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isControl } from '../../shared/campaigns/control-group.ts';
import type { Id } from '../../shared/kernel/id.ts';
import type { chainTruth, membersTruth } from '../../shared/sample/truth.ts';
import { aFolder } from '../fixtures/retail-folder.ts';
import {
  adjustedRand,
  clustersOf,
  habitsOf,
  meanOf,
  pairsByLift,
  stratifiedLogOdds,
  visitsThatMayBeLast,
} from './by-brute-force.ts';
import { type Shopper, shoppersOf } from './rows-of-chain.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../build/sample.ts');
const DAY_MS = 86_400_000;

type Truth = ReturnType<typeof chainTruth> & {
  readonly storesMade: readonly { readonly folder: string; readonly members: ReturnType<typeof membersTruth> }[];
};

function makeChain(...args: readonly string[]): { truth: Truth; shoppers: Shopper[]; into: string } {
  const into = path.join(aFolder(), 'chain');
  const asked = ['--stores', '2', '--years', '1', '--seed', '7', '--until', '2026-11-01', '--into', into, ...args];
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...asked], { encoding: 'utf8' });
  expect(`${status} ${stderr}`).toBe('0 ');
  const truth = JSON.parse(fs.readFileSync(path.join(into, 'truth.json'), 'utf8')) as Truth;
  return { truth, into, shoppers: truth.storesMade.flatMap(({ folder }) => shoppersOf(path.join(into, folder))) };
}

describe('a sample chain, read by plain SQL and analysed by brute force', () => {
  let truth: Truth;
  let shoppers: Shopper[];
  let planted: Map<string, Truth['storesMade'][number]['members'][number]>;
  beforeAll(() => {
    ({ truth, shoppers } = makeChain('--members', '1200'));
    planted = new Map(truth.storesMade.flatMap(({ members }) => members.map((member) => [member.memberId, member])));
  }, 240_000);
  const segmentOf = ({ memberId }: Shopper) => planted.get(memberId)?.segment ?? '';

  it('holds exactly the members that the truth names, each with what the truth says of how they were won', () => {
    expect(shoppers).toHaveLength(1200);
    for (const { memberId, source } of shoppers) expect(planted.get(memberId)?.source).toBe(source);
  });

  it('falls into the planted segments', () => {
    const regular = shoppers.filter(({ baskets }) => baskets.length >= 5);
    const found = clustersOf(regular.map(habitsOf), truth.segments.length);
    expect(adjustedRand(found, regular.map(segmentOf))).toBeGreaterThanOrEqual(0.9);
  });

  it('has planted segments of the planted sizes', () => {
    for (const { id, share } of truth.segments) {
      const found = shoppers.filter((shopper) => segmentOf(shopper) === id).length / shoppers.length;
      expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / shoppers.length));
    }
  });

  it('loses customers by the planted drivers, each with its sign, and not by what was not planted', () => {
    const visits = visitsThatMayBeLast(shoppers, Date.parse(truth.until) - 100 * DAY_MS);
    const effectOf = (holds: (visit: (typeof visits)[number]) => boolean) =>
      stratifiedLogOdds(
        visits.map((visit) => ({ stratum: segmentOf(visit.shopper), exposed: holds(visit), happened: visit.wasLast })),
      );
    const effects = {
      'won-at-event': effectOf(({ shopper }) => shopper.source === 'event'),
      referred: effectOf(({ shopper }) => shopper.source === 'referral'),
      'holds-card': effectOf(({ shopper }) => shopper.holdsCard),
      'returned-goods': effectOf(({ returnedGoods }) => returnedGoods),
    };
    for (const { id, logOdds } of truth.churnDrivers) {
      expect(Math.sign(effects[id].logOdds), id).toBe(Math.sign(logOdds));
      expect(Math.abs(effects[id].z), id).toBeGreaterThan(2);
    }
    expect(Math.abs(effectOf(({ shopper }) => shopper.gender === 'female').z)).toBeLessThan(3);
  });

  it('has the planted cross-sell pairs among the ten of the highest lift', () => {
    const baskets = shoppers.flatMap((shopper) => shopper.baskets.map(({ skus }) => skus));
    const top = pairsByLift(baskets, 0.002).slice(0, 10);
    for (const { product, companion } of truth.crossSellPairs)
      expect(top).toContain([product, companion].toSorted().join('+'));
  });

  it('shows the planted uplift of the campaign between those it treated and those it left alone', () => {
    const { campaign } = truth;
    if (!campaign) throw new Error('no campaign was planted');
    const [from, to] = [Date.parse(campaign.startsAt), Date.parse(campaign.endsAt)];
    const audience = shoppers.filter(({ baskets }) => (baskets[0]?.atMs ?? to) < from);
    const visitsOf = (group: 'treated' | 'control') =>
      audience
        .filter(({ memberId }) => planted.get(memberId)?.campaign === group)
        .map(({ baskets }) => baskets.filter(({ atMs }) => atMs >= from && atMs < to).length);
    for (const { memberId } of audience) {
      const left = isControl(campaign.id as Id<'campaign'>, memberId as Id<'member'>, campaign.controlBp);
      expect(planted.get(memberId)?.campaign).toBe(left ? 'control' : 'treated');
    }
    const [treated, control] = [meanOf(visitsOf('treated')), meanOf(visitsOf('control'))];
    const brought = treated.mean - control.mean;
    const error = Math.hypot(treated.error, control.error);
    const incremental = audience.reduce(
      (sum, { memberId }) => sum + (planted.get(memberId)?.incrementalVisits ?? 0),
      0,
    );
    expect(Math.abs(brought - incremental / visitsOf('treated').length)).toBeLessThan(3 * error);
    expect(Math.abs(brought - campaign.visitUplift * control.mean)).toBeLessThan(3 * error);
  });
});

describe('npm run sample', () => {
  it('plants nothing in a plain chain', () => {
    const { truth } = makeChain('--members', '60', '--plain');
    expect(truth).toMatchObject({ plain: true, segments: [], churnDrivers: [], crossSellPairs: [], campaign: null });
    expect(truth.purchaseModel).not.toBeNull();
  });

  it('makes the same chain for the same seed', () => {
    const [one, other] = [makeChain('--members', '40'), makeChain('--members', '40')];
    expect(other.truth).toEqual(one.truth);
    expect(other.shoppers).toEqual(one.shoppers);
  });

  it('writes into no folder that has something in it', () => {
    const into = aFolder();
    fs.writeFileSync(path.join(into, 'kept.txt'), 'mine');
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, '--into', into], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${into} is not empty. Delete it, or choose another folder with --into.\n`,
    });
    expect(fs.readdirSync(into)).toEqual(['kept.txt']);
  });

  it.each([
    [['--stores', '0'], '--stores 0: a number from 1 to 99.'],
    [['--members', 'many'], '--members many: a number from 1 to 5,000,000.'],
    [['--until', 'soon'], '--until soon: a day such as 2026-01-31.'],
  ])('refuses %s', (args, said) => {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr.split('\n')[0]).toBe(said);
  });
});
