import { exportsContract } from '../../../shared/contract/exports.contract.ts';
import { COUPON_CELLS } from '../../../shared/coupons/coupon-cells.ts';
import { done } from '../../../shared/kernel/outcome.ts';
import { datesIn } from '../../../shared/lists/export.ts';
import { MEMBER_CELLS, ownCells } from '../../../shared/members/member-cells.ts';
import { PRODUCT_CELLS } from '../../../shared/products/product-cells.ts';
import { decimalPlaces } from '../../../shared/stores/decimal-places.ts';
import { router, serveMutation } from '../../api/serve.ts';
import { orderOfCoupons } from '../coupons/list-coupons.ts';
import { fieldsOf } from '../member-fields/fields-of.ts';
import { orderOfMembers } from '../members/list-members.ts';
import { orderOfProducts } from '../products/list-products.ts';
import { beginExport } from './begin-export.ts';
import { listFile } from './list-file.ts';
import { dropExport, partOfExport } from './running-exports.ts';

export const exportsRouter = router({
  figures: serveMutation(exportsContract.figures, async ({ store }, { sheet, columns, rows }) => {
    const file = await listFile({
      format: 'xlsx',
      sheet,
      columns: columns.map((column, at) => ({ ...column, id: String(at), words: {} })),
      moneyPlaces: decimalPlaces(store.facts.currency),
      dateOf: datesIn(store.day.zone),
    });
    await file.add(rows.map((row) => ({ ...row })));
    const end = await file.end();
    return done({ base64: end.toString('base64') });
  }),
  members: serveMutation(exportsContract.members, async (call, input) => {
    const { q, where, sort, descending } = input;
    const order = await orderOfMembers(call.store, { q, where, sort, descending }, call.clock());
    return beginExport(call, input, {
      list: 'members',
      right: 'member.read',
      kinds: { ...MEMBER_CELLS, ...ownCells(fieldsOf(call.store.db)) },
      order,
    });
  }),
  products: serveMutation(exportsContract.products, async (call, input) => {
    const { q, where, sort, descending } = input;
    const order = await orderOfProducts(call.store, { q, where, sort, descending });
    return beginExport(call, input, {
      list: 'products',
      right: 'product.read',
      kinds: PRODUCT_CELLS,
      order,
    });
  }),
  coupons: serveMutation(exportsContract.coupons, (call, input) =>
    beginExport(call, input, {
      list: 'coupons',
      right: 'coupon.issue',
      kinds: COUPON_CELLS,
      order: orderOfCoupons(call.store, input, call.clock()),
    }),
  ),
  part: serveMutation(exportsContract.part, ({ store, client }, asked) => partOfExport(store, client, asked)),
  cancel: serveMutation(exportsContract.cancel, ({ store, client }, { exportId }) => {
    dropExport(store, client, exportId);
    return done(null);
  }),
});
