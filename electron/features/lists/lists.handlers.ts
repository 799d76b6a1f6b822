import { transaction } from '../../../db/kernel/connection.ts';
import {
  countFilters,
  dropFilter,
  dropLayout,
  filtersOf,
  layoutOf,
  putFilter,
  putLayout,
} from '../../../db/lists/lists.queries.ts';
import { listsContract } from '../../../shared/contract/lists.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';

/** More than anybody finds again in a menu. */
const MOST_FILTERS = 50;

export const listsRouter = router({
  layout: serveQuery(listsContract.layout, ({ store, staff: { staffId } }, { list }) =>
    done(layoutOf.get(store.db, { staffId, list })?.layout ?? null),
  ),
  arrange: serveMutation(listsContract.arrange, ({ store, staff: { staffId } }, { list, layout }) => {
    transaction(store.db, (tx) => {
      if (layout) putLayout.run(tx, { staffId, list, layout });
      else dropLayout.run(tx, { staffId, list });
    });
    return done(null);
  }),
  filters: serveQuery(listsContract.filters, ({ store, staff: { staffId } }, { list }) =>
    done(filtersOf.all(store.db, { staffId, list })),
  ),
  keepFilter: serveMutation(listsContract.keepFilter, ({ store, staff: { staffId } }, filter) => {
    if ((countFilters.get(store.db, { staffId, list: filter.list })?.total ?? 0) >= MOST_FILTERS)
      return refuse('too-many-filters', { most: MOST_FILTERS });
    transaction(store.db, (tx) => void putFilter.run(tx, { ...filter, staffId }));
    return done(null);
  }),
  dropFilter: serveMutation(listsContract.dropFilter, ({ store, staff: { staffId } }, { filterId }) => {
    transaction(store.db, (tx) => void dropFilter.run(tx, { filterId, staffId }));
    return done(null);
  }),
});
