import { MessageDesk } from '../../electron/features/messages/message-desk.ts';
import { openShop } from '../fixtures/shop.ts';

/** A program that sends what its outbox holds until it is killed. Argument: the store's file. */
const shop = openShop(process.argv[2] ?? '', Date.now());
const desk = new MessageDesk({ store: shop.store, clock: Date.now, ids: shop.ids, publish: () => {} });
console.log('ready');
setInterval(() => desk.wake(), 5);
