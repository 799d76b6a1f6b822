import { appContract } from '../../../shared/contract/app.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { isGuessablePin } from '../../../shared/staff/pin.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { prepareSample, SAMPLE_STAFF } from '../sample/create-sample.ts';
import { hashPin } from '../staff/pin-hash.ts';
import { createStore } from './create-store.ts';

export const storesRouter = router({
  status: serveQuery(appContract.status, ({ host }) => done(host.status())),
  createStore: serveMutation(appContract.createStore, async ({ host, clock, ids }, input) => {
    if (isGuessablePin(input.managerPin)) return refuse('pin-too-simple');
    const pinHash = await hashPin(input.managerPin);
    return host.makeStore((db) =>
      createStore(
        db,
        { ...input, sample: false, staff: [{ name: input.managerName, role: 'manager', pinHash }] },
        clock(),
        ids,
      ),
    );
  }),
  trySample: serveMutation(appContract.trySample, async ({ host, clock, ids }) => {
    const made = host.makeStore(await prepareSample(clock(), ids));
    return made.ok ? done({ ...made.value, staff: [...SAMPLE_STAFF] }) : made;
  }),
  leaveSample: serveMutation(appContract.leaveSample, async ({ host, store, clock }) => {
    if (!store.facts.sample) return refuse('not-a-sample');
    return done({
      keptAs: await host.putStoreAside(`sample-until-${new Date(clock()).toISOString().replaceAll(/[:.]/g, '-')}.db`),
    });
  }),
});
