import fs from 'node:fs';
import { aDesk, checkFile, managerOf } from '../fixtures/import-file.ts';
import { must } from '../fixtures/outcome.ts';
import { openShop } from '../fixtures/shop.ts';

/**
 * A program that imports a file of members, or goes on with it where a kill left it. Says `ready` when it begins to
 * write and `done` when all of it is written. Arguments: the store's file, the file of members.
 */
const [file = '', list = ''] = process.argv.slice(2);
const shop = openShop(file, Date.now());
const desk = aDesk(shop);
if (desk.list().length === 0) {
  const { importId } = await checkFile(desk, shop, 'members', fs.readFileSync(list));
  must(desk.apply(importId, managerOf(shop)));
}
fs.writeSync(1, 'ready\n');
await desk.idle();
fs.writeSync(1, `${desk.list()[0]?.phase}\n`);
desk.close();
shop.store.db.close();
