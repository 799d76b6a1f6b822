import { requestCounts, requestsInState } from '../../../db/requests/requests.queries.ts';
import { requestsContract } from '../../../shared/contract/requests.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { maskPhone } from '../../../shared/members/mask.ts';
import { groupRequests } from '../../../shared/requests/group-requests.ts';
import type { RequestState } from '../../../shared/requests/request.facts.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { router, serveMutation, serveQuery } from '../../api/serve.ts';
import { markRequests } from './mark-requests.ts';
import { noteRequest } from './note-request.ts';

/** The newest of a state that the list shows. */
const MOST_SHOWN = 1000;

function groupsOf({ db }: OpenStore, state: RequestState) {
  const requests = requestsInState
    .all(db, { state, limit: MOST_SHOWN })
    .map(({ memberId, memberName, phone, ...request }) => ({
      ...request,
      member: memberId && { memberId, name: memberName, phoneMasked: phone && maskPhone(phone) },
    }));
  return groupRequests(requests).map((group) => {
    const [latest] = group.requests;
    return {
      ...group,
      requests: [...group.requests],
      unit: latest?.unit ?? null,
      onHandThousandths: latest?.onHandThousandths ?? null,
    };
  });
}

export const requestsRouter = router({
  note: serveMutation(requestsContract.note, ({ store, staff, clock, host }, input) => {
    const outcome = noteRequest(store, input, staff.staffId, clock());
    if (outcome.ok) host.changes.publish(['requests']);
    return outcome;
  }),
  list: serveQuery(requestsContract.list, ({ store }, { state }) => {
    const counts = { open: 0, ordered: 0, answered: 0 };
    for (const counted of requestCounts.all(store.db, {})) counts[counted.state] = counted.requests;
    return done({ counts, groups: groupsOf(store, state) });
  }),
  mark: serveMutation(requestsContract.mark, ({ store, staff, clock, host }, input) => {
    const outcome = markRequests(store, input, staff.staffId, clock());
    if (outcome.ok) host.changes.publish(['requests']);
    return outcome;
  }),
});
