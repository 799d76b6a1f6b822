import { analysisContract } from './analysis.contract.ts';
import { apiKeysContract } from './api-keys.contract.ts';
import { appContract } from './app.contract.ts';
import { audiencesContract } from './audiences.contract.ts';
import { auditContract } from './audit.contract.ts';
import { automationsContract } from './automations.contract.ts';
import { backupsContract, recoveryContract } from './backups.contract.ts';
import { bulkContract } from './bulk.contract.ts';
import { campaignsContract } from './campaigns.contract.ts';
import { couponsContract } from './coupons.contract.ts';
import { duplicatesContract } from './duplicates.contract.ts';
import { exportsContract } from './exports.contract.ts';
import { headquartersContract } from './headquarters.contract.ts';
import { importsContract } from './imports.contract.ts';
import { listsContract } from './lists.contract.ts';
import { memberFieldsContract } from './member-fields.contract.ts';
import { membersContract } from './members.contract.ts';
import { messagesContract } from './messages.contract.ts';
import { offersContract } from './offers.contract.ts';
import { pointsContract } from './points.contract.ts';
import { productsContract } from './products.contract.ts';
import { programmeContract } from './programme.contract.ts';
import { purchasesContract } from './purchases.contract.ts';
import { qualityContract } from './quality.contract.ts';
import { receiptsContract } from './receipts.contract.ts';
import { requestsContract } from './requests.contract.ts';
import { shiftsContract } from './shifts.contract.ts';
import { staffContract } from './staff.contract.ts';
import { stockContract } from './stock.contract.ts';
import { tillsContract } from './tills.contract.ts';

/** Everything that may be asked of a store, by noun. */
export const contract = {
  analysis: analysisContract,
  app: appContract,
  staff: staffContract,
  lists: listsContract,
  members: membersContract,
  memberFields: memberFieldsContract,
  duplicates: duplicatesContract,
  quality: qualityContract,
  products: productsContract,
  stock: stockContract,
  requests: requestsContract,
  purchases: purchasesContract,
  points: pointsContract,
  receipts: receiptsContract,
  shifts: shiftsContract,
  audit: auditContract,
  programme: programmeContract,
  offers: offersContract,
  audiences: audiencesContract,
  messages: messagesContract,
  campaigns: campaignsContract,
  automations: automationsContract,
  coupons: couponsContract,
  apiKeys: apiKeysContract,
  headquarters: headquartersContract,
  imports: importsContract,
  exports: exportsContract,
  bulk: bulkContract,
  tills: tillsContract,
  backups: backupsContract,
  recovery: recoveryContract,
};
