import { auditActions, auditCount, auditPage, auditPeople } from '../../../db/staff/audit.queries.ts';
import { auditContract } from '../../../shared/contract/audit.contract.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { router, serveQuery } from '../../api/serve.ts';
import { verifyAudit } from './verify-audit.ts';

export const auditRouter = router({
  list: serveQuery(auditContract.list, ({ store }, { action, staffId, offset, limit }) =>
    done({
      total: auditCount.get(store.db, { action, staffId })?.total ?? 0,
      rows: auditPage.all(store.db, { action, staffId, offset, limit }),
    }),
  ),
  choices: serveQuery(auditContract.choices, ({ store }) =>
    done({
      actions: auditActions.all(store.db, {}).map(({ action }) => action),
      people: auditPeople.all(store.db, {}),
    }),
  ),
  verify: serveQuery(auditContract.verify, ({ store }) => done(verifyAudit(store))),
});
