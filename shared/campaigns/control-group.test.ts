import { describe, expect, it } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { makeIdSource } from '../kernel/id.ts';
import { makeRandom } from '../sample/random.ts';
import { isControl } from './control-group.ts';

const random = makeRandom(5);
const ids = makeIdSource(
  () => 1_700_000_000_000,
  (n) => Uint8Array.from({ length: n }, () => random.integer(0, 255)),
);
const members = Array.from({ length: 20_000 }, () => ids<'member'>());
const [spring, autumn] = [ids<'campaign'>(), ids<'campaign'>()];
const share = (of: readonly Id<'member'>[], campaign: Id<'campaign'>, controlBp: number) =>
  of.filter((member) => isControl(campaign, member, controlBp)).length / of.length;
/** Four standard errors of a share of 20,000. */
const near = (p: number, n = members.length) => 4 * Math.sqrt((p * (1 - p)) / n);

describe('the control group of a campaign', () => {
  it('is the same whenever and wherever it is asked for', () => {
    for (const member of members.slice(0, 100))
      expect(isControl(spring, member, 1000)).toBe(isControl(spring, member, 1000));
  });

  it.each([100, 1000, 5000])('holds about %i in ten thousand members', (controlBp) => {
    const wanted = controlBp / 10_000;
    expect(Math.abs(share(members, spring, controlBp) - wanted)).toBeLessThan(near(wanted));
  });

  it('is nobody at 0 and everybody at 10,000', () => {
    expect(share(members, spring, 0)).toBe(0);
    expect(share(members, spring, 10_000)).toBe(1);
  });

  it('keeps whoever was in it when it grows', () => {
    const small = members.filter((member) => isControl(spring, member, 500));
    expect(small.every((member) => isControl(spring, member, 1000))).toBe(true);
  });

  it('of one campaign says nothing about that of another', () => {
    const inSpring = members.filter((member) => isControl(spring, member, 1000));
    expect(Math.abs(share(inSpring, autumn, 1000) - 0.1)).toBeLessThan(near(0.1, inSpring.length));
  });
});
