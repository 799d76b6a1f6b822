import { bulkContract } from '../../../shared/contract/bulk.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { flawOf, rightForMembers } from '../../../shared/members/member-bulk.ts';
import { mayDo } from '../../../shared/staff/rights.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { actOf } from './act-of-run.ts';
import { changeProducts } from './change-products.ts';
import { previewBulk } from './preview-bulk.ts';
import { bulkStatusOf, interruptedBulk, resumeBulk, runBulk, stopBulk, undoBulk } from './run-bulk.ts';
import { selectedMembers, selectedProducts } from './selected-rows.ts';

export const bulkRouter = router({
  previewMembers: serveQuery(bulkContract.previewMembers, async ({ store, staff, clock }, { selection, act }) => {
    if (!mayDo(staff.role, rightForMembers(act))) return refuse('right-missing');
    const pks = await selectedMembers(store, selection, clock());
    const found = actOf(store, { list: 'members', act });
    return found.ok ? done(await previewBulk(found.value, pks)) : found;
  }),
  members: serveMutation(bulkContract.members, async (call, { runId, count, selection, act }) => {
    const flaw = flawOf(act);
    if (flaw) return refuse(flaw);
    const pks = await selectedMembers(call.store, selection, call.clock());
    return runBulk(call, { runId, count, content: selection }, { list: 'members', act }, pks);
  }),
  previewProducts: serveQuery(bulkContract.previewProducts, async ({ store }, { selection, act }) =>
    done(await previewBulk(changeProducts(store, act), await selectedProducts(store, selection))),
  ),
  products: serveMutation(bulkContract.products, async (call, { runId, count, selection, act }) => {
    const pks = await selectedProducts(call.store, selection);
    return runBulk(call, { runId, count, content: selection }, { list: 'products', act }, pks);
  }),
  status: serveQuery(bulkContract.status, (call, { runId }) => bulkStatusOf(call, runId)),
  interrupted: serveQuery(bulkContract.interrupted, (call, { list }) => done([...interruptedBulk(call, list)])),
  resume: serveMutation(bulkContract.resume, (call, { runId }) => resumeBulk(call, runId)),
  stop: serveMutation(bulkContract.stop, (call, { runId }) => stopBulk(call, runId)),
  undo: serveMutation(bulkContract.undo, (call, { runId }) => undoBulk(call, runId)),
});
