import { headquartersContract } from '../../../shared/contract/headquarters.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { enrolHere } from './enrol-here.ts';

export const headquartersRouter = router({
  status: serveQuery(headquartersContract.status, ({ host }) => done(host.sync().status())),
  enrol: serveMutation(headquartersContract.enrol, async ({ host, store, staff, clock, ids }, asked) => {
    const enrolled = await enrolHere(store, asked, { staffId: staff.staffId, clock, ids });
    if (enrolled.ok) {
      host.sync().enrolled();
      void host
        .sync()
        .now()
        .catch((error: unknown) => host.log.bug('sync', error));
    }
    return enrolled;
  }),
  syncNow: serveMutation(headquartersContract.syncNow, ({ host }) => host.sync().now()),
});
