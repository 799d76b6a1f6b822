import { z } from 'zod';
import { COUPON_CELLS } from '../coupons/coupon-cells.ts';
import { idOf } from '../kernel/id.ts';
import { EXPORT_FORMATS, exportColumn } from '../lists/export.ts';
import { MEMBER_CELLS } from '../members/member-cells.ts';
import { ownFieldName } from '../members/profile-values.ts';
import { PRODUCT_CELLS } from '../products/product-cells.ts';
import { PIN_PATTERN } from '../staff/pin.ts';
import { couponsContract } from './coupons.contract.ts';
import { someWords } from './fields.ts';
import { membersContract } from './members.contract.ts';
import { mutation } from './procedure.ts';
import { productsContract } from './products.contract.ts';

const exportId = idOf('export');
const terms = {
  /** The window makes it once for each file. */
  exportId,
  format: z.enum(EXPORT_FORMATS),
  /** What the sheet of a workbook is called. */
  sheet: someWords(40),
  /** Of whoever is signed in: needed in bulk and for full phone numbers. */
  pin: z.string().regex(PIN_PATTERN).optional(),
};
const output = z.object({ total: z.int() });
/** `pin-again`: it needs the PIN of whoever is signed in. `right-missing`: they may not see full phone numbers. */
const refusals = [
  'pin-again',
  'wrong-pin',
  'locked-out',
  'staff-unknown',
  'right-missing',
  'nothing-to-export',
  'too-many-for-a-sheet',
  'export-id-reused',
] as const;

const figureKind = z.enum(['text', 'whole', 'money', 'percent']);
/** Of the kind of its column, or of one of its own. */
const figure = z.union([
  z.string().max(200),
  z.number(),
  z.null(),
  z.strictObject({ kind: figureKind, value: z.union([z.string().max(200), z.number()]) }),
]);

const asShown = { q: true, where: true, sort: true, descending: true } as const;

/** Lists as files, as they are shown: which rows, which columns, in which order. A window takes one at a time. */
export const exportsContract = {
  /** The few figures of a page as a workbook: what it shows already, so nothing is noted. */
  figures: mutation({
    access: 'analysis.read',
    input: z.object({
      sheet: terms.sheet,
      columns: z
        .array(z.object({ heading: someWords(80), kind: figureKind }))
        .min(1)
        .max(20),
      rows: z.array(z.array(figure).max(20)).max(1_000),
    }),
    output: z.object({ base64: z.string() }),
  }),
  /** Begins to export the member list; the log keeps who took what. The file comes by `part`. */
  members: mutation({
    access: 'member.read',
    input: membersContract.list.input.pick(asShown).extend({
      ...terms,
      columns: z.array(exportColumn(MEMBER_CELLS, ownFieldName)).min(1).max(60),
      /** Not masked as on the screen: for those who may see them. */
      fullPhones: z.boolean().default(false),
    }),
    output,
    refusals,
  }),
  products: mutation({
    access: 'product.read',
    input: productsContract.list.input
      .pick(asShown)
      .extend({ ...terms, columns: z.array(exportColumn(PRODUCT_CELLS)).min(1).max(40) }),
    output,
    refusals,
  }),
  /** The codes of a kind of coupon: whoever has the file can use them. */
  coupons: mutation({
    access: 'coupon.issue',
    input: couponsContract.codes.input
      .pick({ kindId: true, condition: true })
      .extend({ ...terms, columns: z.array(exportColumn(COUPON_CELLS)).min(1).max(20) }),
    output,
    refusals,
  }),
  /** The next part of the file, from 0 on; the last one that was answered can be asked for again. */
  part: mutation({
    access: 'signed-in',
    input: z.object({ exportId, index: z.int().min(0) }),
    output: z.object({ base64: z.string(), doneRows: z.int(), isLast: z.boolean() }),
    refusals: ['export-unknown'],
  }),
  /** Makes no more of it. */
  cancel: mutation({ access: 'signed-in', input: z.object({ exportId }), output: z.null() }),
};
export type ExportedFigures = z.input<typeof exportsContract.figures.input>;
export type ExportPart = z.infer<typeof exportsContract.part.output>;
export type MemberExportColumn = z.input<typeof exportsContract.members.input>['columns'][number];
export type CouponExportColumn = z.input<typeof exportsContract.coupons.input>['columns'][number];
export type ProductExportColumn = z.input<typeof exportsContract.products.input>['columns'][number];
