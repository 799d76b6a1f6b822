import { apiKeys } from '../../../db/api-keys/api-keys.queries.ts';
import { apiKeysContract } from '../../../shared/contract/api-keys.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { makeApiKey } from './make-api-key.ts';
import { changePosApiSetting } from './pos-api-setting.ts';
import { revokeApiKey } from './revoke-api-key.ts';

export const apiKeysRouter = router({
  status: serveQuery(apiKeysContract.status, ({ host }) => done(host.posApi.status())),
  configure: serveMutation(apiKeysContract.configure, async ({ host, store, staff, clock, ids }, wanted) => {
    changePosApiSetting(store, wanted, staff.staffId, clock(), ids);
    await host.posApi.follow();
    host.changes.publish(['pos-api']);
    return done(host.posApi.status());
  }),
  list: serveQuery(apiKeysContract.list, ({ store }) => done(apiKeys.all(store.db, {}))),
  create: serveMutation(apiKeysContract.create, ({ host, store, staff, clock, ids }, asked) => {
    const outcome = makeApiKey(store, asked, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['api-keys']);
    return outcome;
  }),
  revoke: serveMutation(apiKeysContract.revoke, ({ host, store, staff, clock, ids }, { keyId }) => {
    const outcome = revokeApiKey(store, keyId, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['api-keys']);
    return outcome;
  }),
});
