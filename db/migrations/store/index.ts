import type { Migration } from '../../kernel/migrate.ts';
import { changes } from './0010-changes.ts';
import { stores } from './0020-stores.ts';
import { staff } from './0030-staff.ts';
import { products } from './0040-products.ts';
import { members } from './0050-members.ts';
import { purchases } from './0060-purchases.ts';
import { points } from './0070-points.ts';
import { apiKeys } from './0090-api-keys.ts';
import { device } from './0120-device.ts';
import { lists } from './0130-lists.ts';
import { imports } from './0140-imports.ts';
import { stock } from './0150-stock.ts';
import { duplicates } from './0170-duplicates.ts';
import { offers } from './0180-offers.ts';
import { tiers } from './0190-tiers.ts';
import { memberFields } from './0200-member-fields.ts';
import { audiences } from './0210-audiences.ts';
import { coupons } from './0220-coupons.ts';
import { campaigns } from './0230-campaigns.ts';
import { messages } from './0240-messages.ts';
import { automations } from './0250-automations.ts';
import { campaignMessages } from './0270-campaign-messages.ts';
import { sync } from './0280-sync.ts';
import { value } from './0300-value.ts';
import { erasures } from './0310-erasures.ts';
import { headquarters } from './0320-headquarters.ts';
import { referrals } from './0330-referrals.ts';
import { bulk } from './0360-bulk.ts';

/** A store's migrations, in order. A released one is never edited. */
export const STORE_MIGRATIONS: readonly Migration[] = [
  changes,
  stores,
  staff,
  products,
  members,
  purchases,
  points,
  apiKeys,
  device,
  lists,
  imports,
  stock,
  duplicates,
  offers,
  tiers,
  memberFields,
  audiences,
  coupons,
  campaigns,
  messages,
  automations,
  campaignMessages,
  sync,
  value,
  erasures,
  headquarters,
  referrals,
  bulk,
];
