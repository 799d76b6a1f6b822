import { settingValue } from '../../../db/stores/stores.queries.ts';
import { tillsOfStore } from '../../../db/stores/tills.queries.ts';
import { type TillRow, tillsContract } from '../../../shared/contract/tills.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { receiptNumber } from '../../../shared/purchases/receipt-number.ts';
import { type ScannerTerms, scannerTerms, USUAL_SCANNER } from '../../../shared/tills/scanner-terms.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { putSetting } from '../stores/put-setting.ts';
import { addTill } from './add-till.ts';
import { chooseTill } from './choose-till.ts';
import { renameTill } from './rename-till.ts';

/** Each till has a scanner of its own. */
const scannerKey = ({ facts }: OpenStore) => `scanner:${facts.tillId}`;

function scannerOf(store: OpenStore): ScannerTerms {
  const stored = settingValue.get(store.db, { key: scannerKey(store) })?.value;
  return stored === undefined ? USUAL_SCANNER : scannerTerms.parse(JSON.parse(stored));
}

const tillRows = ({ db, facts }: OpenStore): TillRow[] =>
  tillsOfStore.all(db, {}).map(({ receiptCounter, ...till }) => ({
    ...till,
    lastReceiptNumber: receiptCounter > 0 ? receiptNumber(facts.storeCode, till.code, receiptCounter) : null,
    isHere: till.tillId === facts.tillId,
  }));

export const tillsRouter = router({
  list: serveQuery(tillsContract.list, ({ store }) => done(tillRows(store))),
  add: serveMutation(tillsContract.add, ({ host, store, staff, clock, ids }, till) => {
    const outcome = addTill(store, till, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['tills']);
    return outcome;
  }),
  rename: serveMutation(tillsContract.rename, ({ host, store, staff, clock, ids }, till) => {
    const outcome = renameTill(store, till, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['tills']);
    return outcome;
  }),
  choose: serveMutation(tillsContract.choose, ({ host, store, staff, clock, ids }, { tillId }) => {
    const outcome = chooseTill(store, tillId, staff.staffId, clock(), ids);
    if (outcome.ok) {
      host.readStoreAgain();
      // Nearly everything that is shown is of this till.
      host.changes.publish(['this-till']);
    }
    return outcome;
  }),
  scanner: serveQuery(tillsContract.scanner, ({ store }) => done(scannerOf(store))),
  saveScanner: serveMutation(tillsContract.saveScanner, ({ host, store, clock, ids }, terms) => {
    putSetting(store, scannerKey(store), terms, clock(), ids);
    host.changes.publish(['tills']);
    return done(null);
  }),
});
