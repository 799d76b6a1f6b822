import { memberFieldsContract } from '../../../shared/contract/member-fields.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { addField } from './add-field.ts';
import { arrangeFields } from './arrange-fields.ts';
import { changeField } from './change-field.ts';
import { fieldsOf } from './fields-of.ts';
import { retireField } from './retire-field.ts';

export const memberFieldsRouter = router({
  list: serveQuery(memberFieldsContract.list, ({ store }) => done(fieldsOf(store.db))),
  add: serveMutation(memberFieldsContract.add, ({ host, store, staff, clock, ids }, input) => {
    const outcome = addField(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['member-fields']);
    return outcome;
  }),
  change: serveMutation(memberFieldsContract.change, ({ host, store, staff, clock, ids }, input) => {
    const outcome = changeField(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['member-fields']);
    return outcome;
  }),
  arrange: serveMutation(memberFieldsContract.arrange, ({ host, store, staff, clock, ids }, { fieldIds }) => {
    const outcome = arrangeFields(store, fieldIds, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['member-fields']);
    return outcome;
  }),
  retire: serveMutation(memberFieldsContract.retire, ({ host, store, staff, clock, ids }, input) => {
    const outcome = retireField(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['member-fields']);
    return outcome;
  }),
});
