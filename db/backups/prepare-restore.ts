import fs from 'node:fs';
import { type FactsSummary, NO_FACTS } from '../../shared/backups/facts-summary.ts';
import { done, type Outcome } from '../../shared/kernel/outcome.ts';
import { receiptNumber } from '../../shared/purchases/receipt-number.ts';
import { stopSendings } from '../campaigns/campaigns.queries.ts';
import { connect, type ReadDb, transaction } from '../kernel/connection.ts';
import { migrate } from '../kernel/migrate.ts';
import { putInPlace } from '../kernel/sync-file.ts';
import { doubtRestored } from '../messages/outbox.queries.ts';
import { STORE_MIGRATIONS } from '../migrations/store/index.ts';
import { freezeRedemption, missingReceipts, passReceiptNumbers, tillCounters } from './backups.queries.ts';
import { bringBack, summaryOf } from './bring-back.ts';
import { bringBackLocal } from './bring-back-local.ts';
import { factsAfter, lastInCommon, lastSeqOf } from './facts-after.ts';
import { checkStoreFile, readStoreFile, type StoreFileRefusal } from './look-at-store-file.ts';

/** What a restore would set aside: everything that the store now holds and the backup does not. */
export interface AtRisk {
  readonly facts: FactsSummary;
  /** Facts that stand in the damaged file and cannot be read. */
  readonly unreadable: number;
  /** Whether the store's own file could be read to the end of its log; if not, there may be more. */
  readonly isReadable: boolean;
}

const UNKNOWN: AtRisk = { facts: NO_FACTS, unreadable: 0, isReadable: false };

/** Opens the store's present file to read what is left of it; null where nothing is. */
function openPresent(file: string | null): ReadDb | null {
  if (file === null || !fs.existsSync(file)) return null;
  let db: ReadDb | null = null;
  try {
    db = connect(file, { readonly: true });
    db.raw.pragma('user_version');
    return db;
  } catch {
    db?.raw.close();
    return null;
  }
}

/** What is in the store's present file and not in a backup. */
export function atRisk(backup: string, present: string | null): Outcome<AtRisk, StoreFileRefusal> {
  const now = openPresent(present);
  if (!now) return done(UNKNOWN);
  try {
    return readStoreFile(backup, (db) => {
      const { summary, unreadable } = summaryOf(factsAfter(now, lastInCommon(db, now)));
      return done({ facts: summary, unreadable, isReadable: lastSeqOf(now) !== null });
    });
  } finally {
    now.raw.close();
  }
}

export interface Restored {
  readonly broughtBack: FactsSummary;
  readonly lostFacts: number;
  /** Numbers that receipts bear which the restored store does not know, as far as that is known. */
  readonly lostReceipts: readonly string[];
  /** Whether the file that was replaced could be read to the end of its log; if not, more may be lost. */
  readonly isReadable: boolean;
}

interface RestoreTerms {
  readonly backup: string;
  /** The store's present file, from which what came after is read; null or gone: there is none. */
  readonly present: string | null;
  /** Where the restored store is made. */
  readonly to: string;
  readonly bringBack: boolean;
  readonly nowMs: number;
  readonly onPhase: (phase: 'checking' | 'copying' | 'bringing-back') => void;
}

/** As many lost receipts are named. */
const NAMED = 200;

/**
 * Makes a restored store out of a backup, beside the store's present file and without touching that: checked page by
 * page, copied, brought up to this program's schema, and with the facts since brought back where that is wanted. Done
 * when it is on the disk as one file.
 */
export function prepareRestore(terms: RestoreTerms): Outcome<Restored, StoreFileRefusal> {
  terms.onPhase('checking');
  const checked = checkStoreFile(terms.backup);
  if (!checked.ok) return checked;
  terms.onPhase('copying');
  const making = `${terms.to}.making`;
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(making + suffix, { force: true });
  fs.copyFileSync(terms.backup, making);
  terms.onPhase('bringing-back');
  const outcome = restoreInto(making, terms);
  putInPlace(making, terms.to);
  return done(outcome);
}

function restoreInto(making: string, terms: RestoreTerms): Restored {
  const restored = connect(making);
  const present = openPresent(terms.present);
  try {
    migrate(restored, STORE_MIGRATIONS, { copyFirst: false });
    const came = present
      ? cameBack(restored, present, terms)
      : { broughtBack: NO_FACTS, lostFacts: 0, lostReceipts: [] };
    transaction(restored, (tx) => {
      freezeRedemption.run(tx, {});
      doubtRestored.run(tx, { nowMs: terms.nowMs });
      stopSendings.run(tx, {});
    });
    restored.raw.pragma('wal_checkpoint(TRUNCATE)');
    return { ...came, isReadable: present !== null && lastSeqOf(present) !== null };
  } finally {
    present?.raw.close();
    restored.raw.close();
  }
}

function cameBack(restored: ReadDb, present: ReadDb, { bringBack: isWanted, nowMs }: RestoreTerms) {
  const commonPk = lastInCommon(restored, present);
  const counters = readCounters(present);
  const before = new Map(readCounters(restored).map(({ tillId, counter }) => [tillId, counter]));
  const came = isWanted
    ? bringBack(restored, factsAfter(present, commonPk), { commonPk, nowMs })
    : leftOut(present, commonPk);
  if (isWanted) bringBackLocal(restored, present);
  const lostReceipts = counters.flatMap(({ tillId, storeCode, tillCode, counter }) => {
    const afterCounter = before.get(tillId) ?? 0;
    transaction(restored, (tx) => void passReceiptNumbers.run(tx, { tillId, counter }));
    return missingReceipts
      .all(restored, { tillId, afterCounter, lastCounter: counter, limit: NAMED })
      .map((missing) => receiptNumber(storeCode, tillCode, missing.counter));
  });
  return { ...came, lostReceipts: lostReceipts.slice(0, NAMED) };
}

function leftOut(present: ReadDb, commonPk: number) {
  const { summary, unreadable } = summaryOf(factsAfter(present, commonPk));
  return { broughtBack: NO_FACTS, lostFacts: summary.facts + unreadable };
}

function readCounters(db: ReadDb) {
  try {
    return tillCounters.all(db, {});
  } catch {
    return [];
  }
}
