import { bulkContract } from '../../../shared/contract/bulk.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { flawOf, isListAct, rightForMembers } from '../../../shared/members/member-bulk.ts';
import { mayDo } from '../../../shared/staff/rights.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { changeLists } from './change-lists.ts';
import { changeMembers } from './change-members.ts';
import { changeProducts } from './change-products.ts';
import { previewBulk } from './preview-bulk.ts';
import { bulkStatusOf, runBulk, stopBulk, undoBulk } from './run-bulk.ts';
import { selectedMembers, selectedProducts } from './selected-rows.ts';

export const bulkRouter = router({
  previewMembers: serveQuery(bulkContract.previewMembers, async ({ store, staff, clock }, { selection, act }) => {
    if (!mayDo(staff.role, rightForMembers(act))) return refuse('right-missing');
    const pks = await selectedMembers(store, selection, clock());
    if (!isListAct(act)) return done(await previewBulk(changeMembers(store, act), pks));
    const change = changeLists(store, act);
    return change.ok ? done(await previewBulk(change.value, pks)) : change;
  }),
  members: serveMutation(bulkContract.members, async (call, { runId, count, selection, act }) => {
    const flaw = flawOf(act);
    if (flaw) return refuse(flaw);
    const pks = await selectedMembers(call.store, selection, call.clock());
    const content = JSON.stringify(['members', selection, act]);
    const terms = { runId, count, content };
    if (!isListAct(act)) return runBulk(call, terms, changeMembers(call.store, act), pks);
    const change = changeLists(call.store, act);
    return change.ok ? runBulk(call, terms, change.value, pks) : change;
  }),
  previewProducts: serveQuery(bulkContract.previewProducts, async ({ store }, { selection, act }) =>
    done(await previewBulk(changeProducts(store, act), await selectedProducts(store, selection))),
  ),
  products: serveMutation(bulkContract.products, async (call, { runId, count, selection, act }) => {
    const pks = await selectedProducts(call.store, selection);
    const content = JSON.stringify(['products', selection, act]);
    return runBulk(call, { runId, count, content }, changeProducts(call.store, act), pks);
  }),
  status: serveQuery(bulkContract.status, (call, { runId }) => bulkStatusOf(call, runId)),
  stop: serveMutation(bulkContract.stop, (call, { runId }) => stopBulk(call, runId)),
  undo: serveMutation(bulkContract.undo, (call, { runId }) => undoBulk(call, runId)),
});
