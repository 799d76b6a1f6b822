import { analysisContract } from '../../../shared/contract/analysis.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { saveJudgements } from './judgements.ts';
import { valueOfMember, viewValue } from './view-value.ts';

export const analysisRouter = router({
  value: serveQuery(analysisContract.value, ({ store, host }) => done(viewValue(store, host.value()))),
  reckonValue: serveMutation(analysisContract.reckonValue, ({ host }) => {
    host.value().start();
    return done(null);
  }),
  stopValue: serveMutation(analysisContract.stopValue, ({ host }) => {
    host.value().stop();
    return done(null);
  }),
  judge: serveMutation(analysisContract.judge, ({ store, host, clock, ids }, { judgements }) => {
    const outcome = saveJudgements(store, judgements, clock(), ids);
    if (!outcome.ok) return outcome;
    host.changes.publish(['analysis']);
    host.value().start();
    return outcome;
  }),
  ofMember: serveQuery(analysisContract.ofMember, ({ store }, { memberId }) => done(valueOfMember(store, memberId))),
});
