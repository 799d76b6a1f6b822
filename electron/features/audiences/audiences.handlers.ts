import type { z } from 'zod';
import { listsOfMember } from '../../../db/audiences/audiences.queries.ts';
import type { Who } from '../../../db/audiences/members-of-audience.ts';
import { audiencesContract } from '../../../shared/contract/audiences.contract.ts';
import { done, refuse } from '../../../shared/kernel/outcome.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { router, type StoreCall, serveMutation, serveQuery } from '../../api/serve.ts';
import { memberRowsOf } from '../members/list-members.ts';
import { audienceRows, viewAudience } from './audience-view.ts';
import { countAudience, firstOf, isThere } from './count-audience.ts';
import { putIntoList } from './put-into-list.ts';
import { removeAudience, restoreAudience } from './remove-audience.ts';
import { saveAudience } from './save-audience.ts';

const whoOf = (asked: z.output<typeof audiencesContract.count.input>): Who =>
  'audienceId' in asked ? asked.audienceId : asked.segment;

const doing = ({ staff, clock, ids }: StoreCall) => ({ staffId: staff.staffId, nowMs: clock(), ids });

export const audiencesRouter = router({
  list: serveQuery(audiencesContract.list, ({ store }, asked) => done(audienceRows(store, asked))),
  get: serveQuery(audiencesContract.get, ({ store }, { audienceId }) => viewAudience(store, audienceId)),
  count: serveQuery(audiencesContract.count, async ({ store, clock }, asked) => {
    const who = whoOf(asked);
    return isThere(store.db, who) ? done(await countAudience(store, who, clock())) : refuse('audience-unknown');
  }),
  preview: serveQuery(audiencesContract.preview, async ({ store, clock }, { who: asked, limit }) => {
    const who = whoOf(asked);
    if (!isThere(store.db, who)) return refuse('audience-unknown');
    return done({ rows: memberRowsOf(store, await firstOf(store, who, limit, clock()), maskPhone) });
  }),
  save: serveMutation(audiencesContract.save, ({ store, staff, clock, ids, host }, input) => {
    const outcome = saveAudience(store, input, staff.staffId, clock(), ids);
    if (!outcome.ok) return outcome;
    host.changes.publish(['audiences']);
    const view = viewAudience(store, input.audienceId);
    return view.ok ? view : refuse('audience-removed');
  }),
  remove: serveMutation(audiencesContract.remove, (call, { audienceId }) => {
    const outcome = removeAudience(call.store, audienceId, doing(call));
    if (outcome.ok) call.host.changes.publish(['audiences']);
    return outcome;
  }),
  restore: serveMutation(audiencesContract.restore, (call, { audienceId }) => {
    const outcome = restoreAudience(call.store, audienceId, doing(call));
    if (!outcome.ok) return outcome;
    call.host.changes.publish(['audiences']);
    return viewAudience(call.store, audienceId);
  }),
  put: serveMutation(audiencesContract.put, ({ store, staff, clock, ids, host }, input) => {
    const outcome = putIntoList(store, input, staff.staffId, clock(), ids);
    if (outcome.ok) host.changes.publish(['audiences', `member:${input.memberId}`]);
    return outcome;
  }),
  ofMember: serveQuery(audiencesContract.ofMember, ({ store }, { memberId }) =>
    done({ lists: listsOfMember.all(store.db, { memberId }) }),
  ),
});
