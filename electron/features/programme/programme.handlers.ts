import { programmeContract } from '../../../shared/contract/programme.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { findRateable, ratedRows } from './rates.ts';
import { saveProgramme } from './save-programme.ts';

export const programmeRouter = router({
  current: serveQuery(programmeContract.current, ({ store }) => done(store.programme())),
  rated: serveQuery(programmeContract.rated, ({ store }) => done(ratedRows(store))),
  findRateable: serveQuery(programmeContract.findRateable, ({ store }, asked) => done(findRateable(store, asked))),
  save: serveMutation(programmeContract.save, ({ store, staff, clock, ids, host }, input) => {
    const outcome = saveProgramme(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['programme']);
    return outcome;
  }),
});
