import { automationById, lastMet, metByAutomation } from '../../../db/automations/automations.queries.ts';
import { automationsContract } from '../../../shared/contract/automations.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { router, type StoreCall, serveMutation, serveQuery } from '../../api/serve.ts';
import { automationRows, viewAutomation } from './automation-view.ts';
import { evaluationOf } from './evaluate.ts';
import { previewAutomation } from './preview-automation.ts';
import { saveAutomation, setAutomationState } from './save-automation.ts';

const writing = ({ store, staff, ids }: StoreCall) => ({ store, staffId: staff.staffId, ids });

export const automationsRouter = router({
  list: serveQuery(automationsContract.list, ({ store, clock }) => done(automationRows(store, clock()))),
  get: serveQuery(automationsContract.get, ({ store, clock }, { automationId }) =>
    viewAutomation(store, automationId, clock()),
  ),
  figures: serveQuery(automationsContract.figures, ({ store, clock }, { automationId }) => {
    const found = automationById.get(store.db, { automationId });
    return found ? done(evaluationOf(store, found, clock())) : refuse('automation-unknown');
  }),
  preview: serveQuery(automationsContract.preview, async ({ store, clock }, asked) =>
    done(await previewAutomation(store, asked, clock())),
  ),
  met: serveQuery(automationsContract.met, ({ store }, { automationId, ...window }) => {
    const found = automationById.get(store.db, { automationId });
    if (!found) return refuse('automation-unknown');
    const { automationPk } = found;
    const met = metByAutomation.get(store.db, { automationPk, since: '' });
    const total = (met?.treated ?? 0) + (met?.control ?? 0);
    return done({ total, rows: lastMet.all(store.db, { automationPk, ...window }) });
  }),
  save: serveMutation(automationsContract.save, (call, input) => {
    const { store, clock, host } = call;
    const outcome = saveAutomation(writing(call), input, clock());
    if (!outcome.ok) return outcome;
    host.changes.publish(['automations']);
    const view = viewAutomation(store, input.automationId, clock());
    return view.ok ? view : refuse('automation-changed');
  }),
  setState: serveMutation(automationsContract.setState, (call, input) => {
    const outcome = setAutomationState(writing(call), input, call.clock());
    if (outcome.ok) call.host.changes.publish(['automations']);
    return outcome;
  }),
});
