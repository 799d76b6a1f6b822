import { deferredTransactions, letGo } from '../../../db/hub/held-facts.queries.ts';
import { putLastVersion, versions } from '../../../db/hub/hub.queries.ts';
import { factsOfTransaction } from '../../../db/hub/hub-facts.queries.ts';
import { type ReadDb, transaction } from '../../../db/kernel/connection.ts';
import { mergeTransactions } from './merge-transactions.ts';

/** What stores with a later program wrote is merged as soon as headquarters has that program: whenever it starts. */
export const mergeDeferred = (hub: ReadDb): void =>
  transaction(hub, (tx) => {
    const before = versions.get(tx, {})?.lastVersion ?? 0;
    let version = before;
    for (const deferred of deferredTransactions.all(tx, {})) {
      letGo.run(tx, deferred);
      mergeTransactions({ tx, nextVersion: () => ++version }, factsOfTransaction.all(tx, deferred));
    }
    if (version !== before) putLastVersion.run(tx, { lastVersion: version });
  });
