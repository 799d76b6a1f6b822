import { nightlyContract } from '../../../shared/contract/nightly.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';

export const nightlyRouter = router({
  state: serveQuery(nightlyContract.state, ({ host }) => done(host.nightly().state())),
  start: serveMutation(nightlyContract.start, ({ host }) => {
    host.nightly().start();
    return done(host.nightly().state());
  }),
});
