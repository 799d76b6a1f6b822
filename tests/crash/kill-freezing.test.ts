import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isControl } from '../../shared/campaigns/control-group.ts';
import { businessDate } from '../../shared/kernel/instant.ts';
import { aMember } from '../fixtures/a-member.ts';
import { aTemplate, outboxOf, useChannels } from '../fixtures/message-store.ts';
import { must } from '../fixtures/outcome.ts';
import { campaignOf, planCampaign, tryApproving, tryMoving } from '../fixtures/put-campaign.ts';
import { makeShop, openShop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { expectReplay } from '../laws/expect-replay.ts';

const FREEZING = path.join(import.meta.dirname, 'freezing-process.ts');
const QUICK = { ...process.env, NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'regulars-compiled') };
const MEMBERS = 1_500;
/** Each attempt may last longer than the one before, so that a quick machine is killed too, and a slow one gets done. */
const longestMs = (kills: number) => 5 * 1.5 ** kills;

/** Goes on in another process and kills it (`kill -9`) so long after it began. Says what it said. */
function freezeAndKill(file: string, afterMs: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [FREEZING, file], { stdio: ['ignore', 'pipe', 'inherit'], env: QUICK });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
    child.once('close', () => resolve(said));
  });
}

it('puts every member into an arm once and writes to each treated one once, through kills at any moment', {
  timeout: 240_000,
}, async () => {
  const file = path.join(tempFolder('disk'), 'store.db');
  const made = makeShop(file, {}, Date.now());
  useChannels(made, { sms: { url: 'http://127.0.0.1:9' } });
  const members = Array.from({ length: MEMBERS }, () => aMember(made));
  const today = businessDate(made.nowMs, made.store.day);
  const campaignId = planCampaign(made, {
    from: today,
    until: today,
    channels: ['sms'],
    templates: { sms: aTemplate(made), email: null },
  });
  must(await tryApproving(made, campaignId));
  must(await tryMoving(made, campaignId, 'live'));
  made.store.db.close();

  let kills = 0;
  let frozen = 0;
  for (let said = ''; !said.includes('done'); kills += 1) {
    said = await freezeAndKill(file, Math.random() * longestMs(kills));
    const { store, nowMs } = openShop(file, Date.now());
    const { treated, control } = campaignOf({ ...made, store, nowMs }, campaignId);
    expect(treated + control).toBeGreaterThanOrEqual(frozen);
    frozen = treated + control;
    store.db.close();
  }
  expect(kills).toBeGreaterThan(2);

  const shop = openShop(file, Date.now());
  const { raw } = shop.store.db;
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  const treated = members.filter((memberId) => !isControl(campaignId, memberId, 2000));
  expect(campaignOf(shop, campaignId)).toMatchObject({
    state: 'live',
    treated: treated.length,
    control: MEMBERS - treated.length,
  });
  expect(raw.prepare('SELECT count(*) FROM campaign_member').pluck().get()).toBe(MEMBERS);
  const written = outboxOf(shop).map(({ memberId }) => memberId);
  expect(written).toHaveLength(treated.length);
  expect(new Set(written)).toEqual(new Set(treated));
  expectReplay(shop.store.db);
  shop.store.db.close();
});
