import { CampaignDesk } from '../../electron/features/campaigns/campaign-desk.ts';
import { openShop } from '../fixtures/shop.ts';

/** A program that puts members into the arms of campaigns, and their messages into the outbox, until it is killed. Argument: the store's file. */
const { store, ids } = openShop(process.argv[2] ?? '', Date.now());
const desk = new CampaignDesk({ store, clock: Date.now, ids, publish: () => {}, wakeMessages: () => {} });
console.log('ready');
desk.startIfDue();
await desk.idle();
console.log('done');
