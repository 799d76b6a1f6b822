import { buyersForValue, countForValue } from '../../../db/analysis/value.queries.ts';
import { connect } from '../../../db/kernel/connection.ts';
import { reportValue } from '../../../shared/analysis/value-report.ts';
import type { Judgements } from '../../../shared/analysis/value-weights.ts';

/** What is to be reckoned: of which store, on which day (since 1970), by which judgements. */
export interface ValueOrder {
  readonly storeFile: string;
  readonly asOfDay: number;
  readonly judgements: Judgements;
}

export type ReckonedValue = ReturnType<typeof reportValue>;

const TELL_EVERY_ROWS = 20_000;

/** Reads every buyer of a store and reports what they are worth; for a thread of its own, since a million take seconds. */
export function readValue(order: ValueOrder, onRead: (rows: number, of: number) => void): ReckonedValue {
  const db = connect(order.storeFile, { readonly: true });
  try {
    // One view of the store, so that there are as many as were counted.
    db.raw.exec('BEGIN');
    const counted = countForValue.get(db, {}) ?? { members: 0, buyers: 0, leftOut: 0 };
    const n = counted.buyers;
    const buyers = {
      memberPks: new Int32Array(n),
      lastDay: new Int32Array(n),
      firstDay: new Int32Array(n),
      purchases: new Int32Array(n),
      netMinor: new Float64Array(n),
    };
    let at = 0;
    for (const row of buyersForValue.iterate(db, {})) {
      buyers.memberPks[at] = row.memberPk;
      buyers.lastDay[at] = row.lastDay;
      buyers.firstDay[at] = row.firstDay;
      buyers.purchases[at] = row.purchases;
      buyers.netMinor[at] = row.netMinor;
      at += 1;
      if (at % TELL_EVERY_ROWS === 0) onRead(at, n);
    }
    return reportValue(buyers, order.asOfDay, order.judgements, counted);
  } finally {
    db.raw.close();
  }
}
