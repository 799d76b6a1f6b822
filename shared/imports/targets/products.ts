import { field, type ImportTarget, type RowOf } from '../field.ts';
import { readPrice, readTaxRate } from '../read-number.ts';
import { readBarcode, readProductStatus, readSku, readUnit, readWords } from '../read-text.ts';

const fields = {
  sku: field({
    required: true,
    identifies: true,
    headers: [
      '货号',
      '商品编码',
      '商品编号',
      '编码',
      '商品代码',
      '货品编码',
      'sku',
      'code',
      'itemcode',
      'productcode',
      'itemno',
      'stockcode',
    ],
    example: 'TEA-250',
    read: readSku,
  }),
  name: field({
    required: true,
    headers: ['商品名称', '品名', '名称', '商品', '货品名称', 'name', 'productname', 'product', 'item', 'description'],
    example: '龙井茶 250 克',
    read: readWords(120),
  }),
  price: field({
    required: true,
    headers: ['售价', '零售价', '价格', '单价', '销售价', 'price', 'retailprice', 'unitprice', 'sellingprice'],
    example: '68.00',
    read: readPrice,
  }),
  barcode: field({
    headers: ['条码', '条形码', '国际条码', '69码', 'barcode', 'ean', 'upc', 'gtin'],
    example: '6901234567892',
    read: readBarcode,
  }),
  category: field({
    headers: ['分类', '类别', '商品分类', '品类', '类目', 'category', 'department', 'group'],
    example: '茶叶',
    read: readWords(60),
  }),
  unit: field({ headers: ['单位', '计量单位', '销售单位', 'unit', 'uom'], example: '件', read: readUnit }),
  taxRate: field({
    headers: ['税率', '增值税率', 'taxrate', 'tax', 'vat', 'vatrate'],
    example: '13%',
    read: readTaxRate,
  }),
  cost: field({
    headers: ['进价', '成本', '成本价', '采购价', 'cost', 'costprice', 'purchaseprice'],
    example: '41.50',
    read: readPrice,
  }),
  status: field({ headers: ['状态', '商品状态', 'status', 'state'], example: '在售', read: readProductStatus }),
} as const;

export type ProductRow = RowOf<typeof fields>;

/** The catalogue. Prices include tax. */
export const productsTarget: ImportTarget<typeof fields> = {
  fields,
  policies: ['skip', 'fill', 'update'],
  check: () => [],
};
