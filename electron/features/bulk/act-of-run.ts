import { done, type Outcome, type Refusal } from '../../../shared/kernel/outcome.ts';
import type { MemberBulkAct } from '../../../shared/members/member-bulk.ts';
import { isListAct } from '../../../shared/members/member-bulk.ts';
import type { ProductBulkAct } from '../../../shared/products/product-bulk.ts';
import type { OpenStore } from '../../api/open-store.ts';
import type { BulkAct } from './bulk-act.ts';
import { changeLists } from './change-lists.ts';
import { changeMembers } from './change-members.ts';
import { changeProducts } from './change-products.ts';

/** What is asked of a list's rows, as it travels and as a run keeps it. */
export type AskedOfRows =
  | { readonly list: 'members'; readonly act: MemberBulkAct }
  | { readonly list: 'products'; readonly act: ProductBulkAct };

/** How it is done. Refused where the list that it is about is no more. */
export function actOf(
  store: OpenStore,
  asked: AskedOfRows,
): Outcome<BulkAct, Refusal<'audience-unknown' | 'audience-no-list'>> {
  if (asked.list === 'products') return done(changeProducts(store, asked.act) as unknown as BulkAct);
  if (!isListAct(asked.act)) return done(changeMembers(store, asked.act) as unknown as BulkAct);
  return changeLists(store, asked.act) as Outcome<BulkAct, Refusal<'audience-unknown' | 'audience-no-list'>>;
}
