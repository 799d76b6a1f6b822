import { analysisRouter } from '../features/analysis/analysis.handlers.ts';
import { apiKeysRouter } from '../features/api-keys/api-keys.handlers.ts';
import { audiencesRouter } from '../features/audiences/audiences.handlers.ts';
import { auditRouter } from '../features/audit/audit.handlers.ts';
import { automationsRouter } from '../features/automations/automations.handlers.ts';
import { backupsRouter } from '../features/backups/backups.handlers.ts';
import { recoveryRouter } from '../features/backups/recovery.handlers.ts';
import { bulkRouter } from '../features/bulk/bulk.handlers.ts';
import { campaignsRouter } from '../features/campaigns/campaigns.handlers.ts';
import { couponsRouter } from '../features/coupons/coupons.handlers.ts';
import { duplicatesRouter } from '../features/duplicates/duplicates.handlers.ts';
import { exportsRouter } from '../features/exports/exports.handlers.ts';
import { importsRouter } from '../features/imports/imports.handlers.ts';
import { listsRouter } from '../features/lists/lists.handlers.ts';
import { memberFieldsRouter } from '../features/member-fields/member-fields.handlers.ts';
import { membersRouter } from '../features/members/members.handlers.ts';
import { messagesRouter } from '../features/messages/messages.handlers.ts';
import { nightlyRouter } from '../features/nightly/nightly.handlers.ts';
import { offersRouter } from '../features/offers/offers.handlers.ts';
import { pointsRouter } from '../features/points/points.handlers.ts';
import { productsRouter } from '../features/products/products.handlers.ts';
import { programmeRouter } from '../features/programme/programme.handlers.ts';
import { purchasesRouter } from '../features/purchases/purchases.handlers.ts';
import { qualityRouter } from '../features/quality/quality.handlers.ts';
import { receiptsRouter } from '../features/receipts/receipts.handlers.ts';
import { requestsRouter } from '../features/requests/requests.handlers.ts';
import { shiftsRouter } from '../features/shifts/shifts.handlers.ts';
import { staffRouter } from '../features/staff/staff.handlers.ts';
import { stockRouter } from '../features/stock/stock.handlers.ts';
import { storesRouter } from '../features/stores/stores.handlers.ts';
import { headquartersRouter } from '../features/sync/headquarters.handlers.ts';
import { tiersRouter } from '../features/tiers/tiers.handlers.ts';
import { tillsRouter } from '../features/tills/tills.handlers.ts';
import { changesProcedure, router } from './serve.ts';

/** Everything that may be asked, whichever transport asks. */
export const appRouter = router({
  app: storesRouter,
  staff: staffRouter,
  lists: listsRouter,
  members: membersRouter,
  memberFields: memberFieldsRouter,
  duplicates: duplicatesRouter,
  quality: qualityRouter,
  products: productsRouter,
  stock: stockRouter,
  requests: requestsRouter,
  purchases: purchasesRouter,
  points: pointsRouter,
  receipts: receiptsRouter,
  shifts: shiftsRouter,
  audit: auditRouter,
  programme: programmeRouter,
  offers: offersRouter,
  audiences: audiencesRouter,
  messages: messagesRouter,
  campaigns: campaignsRouter,
  automations: automationsRouter,
  coupons: couponsRouter,
  analysis: analysisRouter,
  apiKeys: apiKeysRouter,
  imports: importsRouter,
  nightly: nightlyRouter,
  tiers: tiersRouter,
  exports: exportsRouter,
  bulk: bulkRouter,
  tills: tillsRouter,
  backups: backupsRouter,
  recovery: recoveryRouter,
  headquarters: headquartersRouter,
  changes: changesProcedure,
});

export type AppRouter = typeof appRouter;
