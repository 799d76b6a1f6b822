import { refusals } from '../../../../shared/words/en/refusals.ts';
import { actions } from './actions.ts';
import { approval } from './approval.ts';
import { audiences } from './audiences.ts';
import { audit } from './audit.ts';
import { automations } from './automations.ts';
import { backups } from './backups.ts';
import { bulk } from './bulk.ts';
import { campaigns } from './campaigns.ts';
import { chart } from './chart.ts';
import { colleagues } from './colleagues.ts';
import { coupons } from './coupons.ts';
import { enrol } from './enrol.ts';
import { errors } from './errors.ts';
import { exports } from './exports.ts';
import { facts } from './facts.ts';
import { filters } from './filters.ts';
import { form } from './form.ts';
import { frame } from './frame.ts';
import { headquarters } from './headquarters.ts';
import { help } from './help.ts';
import { imports } from './imports.ts';
import { memberActs } from './member-acts.ts';
import { memberCard } from './member-card.ts';
import { memberFields } from './member-fields.ts';
import { members } from './members.ts';
import { messages } from './messages.ts';
import { nightly } from './nightly.ts';
import { points } from './points.ts';
import { posApi } from './pos-api.ts';
import { products } from './products.ts';
import { programme } from './programme.ts';
import { promotions } from './promotions.ts';
import { purchases } from './purchases.ts';
import { quality } from './quality.ts';
import { receipts } from './receipts.ts';
import { requests } from './requests.ts';
import { returns } from './returns.ts';
import { scanner } from './scanner.ts';
import { settings } from './settings.ts';
import { shifts } from './shifts.ts';
import { staff } from './staff.ts';
import { standing } from './standing.ts';
import { states } from './states.ts';
import { stock } from './stock.ts';
import { stores } from './stores.ts';
import { table } from './table.ts';
import { tiers } from './tiers.ts';
import { tills } from './tills.ts';
import { tour } from './tour.ts';
import { value } from './value.ts';

export const en = {
  actions,
  approval,
  audit,
  audiences,
  backups,
  bulk,
  campaigns,
  automations,
  chart,
  colleagues,
  coupons,
  enrol,
  errors,
  exports,
  facts,
  filters,
  form,
  frame,
  imports,
  headquarters,
  help,
  memberActs,
  memberCard,
  memberFields,
  members,
  messages,
  nightly,
  points,
  posApi,
  products,
  programme,
  promotions,
  purchases,
  quality,
  receipts,
  refusals,
  requests,
  returns,
  scanner,
  settings,
  shifts,
  staff,
  standing,
  states,
  stock,
  stores,
  table,
  tiers,
  tills,
  tour,
  value,
} as const;
