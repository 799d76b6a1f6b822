import { fillCampaign } from '../../db/bench/large-store.ts';
import { armsOf } from '../../db/campaigns/arms-of-campaign.ts';
import type { ReadDb } from '../../db/kernel/connection.ts';
import { evaluateCampaign } from '../../shared/campaigns/evaluate-campaign.ts';
import { type Figure, figureOf } from './measure.ts';

const TIMES = 10;
const NO_COSTS = { discountMinor: 0, otherMinor: 0 };

/** Evaluates a campaign with every member of the store in one of its arms, and what a sale may have to wait for meanwhile. */
export function benchCampaign(db: ReadDb, members: number): Figure[] {
  const campaignPk = fillCampaign(db);
  const whole: number[] = [];
  const waits: number[] = [];
  for (let run = 0; run < TIMES; run += 1) {
    const beganAt = performance.now();
    let lookedAt = beganAt;
    for (const { treated, control } of armsOf(db, campaignPk)) {
      evaluateCampaign(treated, control, 0.1, NO_COSTS);
      waits.push(performance.now() - lookedAt);
      lookedAt = performance.now();
    }
    whole.push(performance.now() - beganAt);
  }
  return [
    figureOf({ name: `evaluation: a campaign of ${members}`, goal: { kind: 'p95', atMostMs: 2_000 } }, whole),
    figureOf({ name: 'evaluation: what a sale waits for', goal: { kind: 'p95', atMostMs: 50 } }, waits),
  ];
}
