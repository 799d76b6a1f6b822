import { field, type ImportTarget, type RowOf } from '../field.ts';
import { readPastMoment } from '../read-date.ts';
import { readAmount, readPrice, readQuantity, readTaxRate } from '../read-number.ts';
import { readBarcode, readSku, readTender, readWords } from '../read-text.ts';
import { memberKeys } from './member-fields.ts';

const fields = {
  receipt: field({
    required: true,
    headers: [
      '小票号',
      '单号',
      '流水号',
      '订单号',
      '销售单号',
      '小票',
      'receipt',
      'receiptno',
      'receiptnumber',
      'invoiceno',
      'orderno',
      'ordernumber',
    ],
    example: '20240305-0012',
    read: readWords(40),
  }),
  soldAt: field({
    required: true,
    isDate: true,
    headers: [
      '销售时间',
      '时间',
      '日期',
      '销售日期',
      '交易时间',
      '下单时间',
      '消费时间',
      'soldat',
      'date',
      'datetime',
      'time',
      'saledate',
      'invoicedate',
    ],
    example: '2024-03-05 14:20',
    read: readPastMoment,
  }),
  phone: memberKeys.phone,
  card: memberKeys.card,
  externalId: memberKeys.externalId,
  sku: field({
    identifies: true,
    headers: [
      '货号',
      '商品编码',
      '商品编号',
      '编码',
      '商品代码',
      'sku',
      'code',
      'itemcode',
      'productcode',
      'stockcode',
    ],
    example: 'TEA-250',
    read: readSku,
  }),
  barcode: field({
    identifies: true,
    headers: ['条码', '条形码', 'barcode', 'ean', 'gtin'],
    example: '',
    read: readBarcode,
  }),
  quantity: field({
    required: true,
    headers: ['数量', '销售数量', 'quantity', 'qty', 'count'],
    example: '2',
    read: readQuantity,
  }),
  price: field({ headers: ['单价', '售价', '价格', 'price', 'unitprice'], example: '68.00', read: readPrice }),
  amount: field({
    headers: ['金额', '小计', '实付金额', '销售金额', '实收', 'amount', 'total', 'linetotal', 'net'],
    example: '136.00',
    read: readAmount,
  }),
  taxRate: field({ headers: ['税率', 'taxrate', 'vat', 'vatrate'], example: '13%', read: readTaxRate }),
  tender: field({
    headers: ['支付方式', '付款方式', '支付', '收款方式', 'payment', 'tender', 'paymentmethod', 'paidby'],
    example: '微信',
    read: readTender,
  }),
} as const;

export type PurchaseRow = RowOf<typeof fields>;

/** What was bought before: a row a line, the rows of one receipt number are one purchase. */
export const purchasesTarget: ImportTarget<typeof fields> = {
  fields,
  policies: ['skip'],
  check: ({ sku, barcode, price, amount }) => [
    ...(sku === null && barcode === null ? [{ field: 'sku', reason: 'product-not-named' } as const] : []),
    ...(price === null && amount === null ? [{ field: 'price', reason: 'price-not-given' } as const] : []),
  ],
};
