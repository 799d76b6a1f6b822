import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareRestore } from '../../db/backups/prepare-restore.ts';
import { aStore } from '../fixtures/a-store.ts';
import { type FakeGateway, fakeGateway } from '../fixtures/fake-gateway.ts';
import { aDesk, aReachable, aTemplate, enqueue, statesOf, useChannels } from '../fixtures/message-store.ts';
import { must } from '../fixtures/outcome.ts';
import { openShop } from '../fixtures/shop.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

let gateway: FakeGateway;
beforeEach(async () => {
  gateway = await fakeGateway();
});
afterEach(() => gateway.close());

describe('a message that waits in a backup and went out since', () => {
  it.each([true, false])('is not sent again after a restore (with what came since: %s)', async (bringBack) => {
    const shop = aStore();
    useChannels(shop, { sms: { url: gateway.url } });
    const content = { templateId: aTemplate(shop) };
    enqueue(shop, [aReachable(shop)], { content });
    shop.store.db.raw.pragma('wal_checkpoint(TRUNCATE)');
    const folder = tempFolder();
    const backup = path.join(folder, 'backup.db');
    fs.copyFileSync(shop.file, backup);
    await aDesk(shop).send();
    expect(gateway.taken).toHaveLength(1);
    shop.store.db.raw.pragma('wal_checkpoint(TRUNCATE)');

    const to = path.join(folder, 'store.db');
    must(prepareRestore({ backup, present: shop.file, to, bringBack, nowMs: shop.nowMs, onPhase: () => {} }));
    const restored = openShop(to);
    expect(statesOf(restored)).toEqual(['uncertain restored']);
    const { send } = aDesk(restored);
    await send();
    await send();
    expect(statesOf(restored)).toEqual(['sent']);
    expect(gateway.taken).toHaveLength(1);
    restored.store.db.close();
  });
});
