import { expect, it } from 'vitest';
import { anOpenItem } from '../fixtures/a-product.ts';
import { must } from '../fixtures/outcome.ts';
import { saleCommand, tryCommand } from '../fixtures/sell.ts';
import { aPosStore } from './pos-store.ts';

it('goods that are not in the catalogue are read and taken back through the API like any', async () => {
  const { ask, shop } = await aPosStore();
  const command = saleCommand(shop, { lines: [{ open: anOpenItem(), quantityThousandths: 2000 }] });
  must(tryCommand(shop, command, shop.managerId));
  const { status, body } = await ask('GET', `/purchases/${command.purchaseId}`);
  expect(status).toBe(200);
  expect(body.lines).toMatchObject([{ productId: null, sku: '', barcode: '4006381333931', name: '荧光笔' }]);
  const back = await ask('POST', `/purchases/${command.purchaseId}/returns`, {
    body: {
      lines: [{ lineNo: 1, quantityThousandths: 1000 }],
      refunds: [{ kind: 'cash', amountMinor: 1234 }],
    },
  });
  expect(back.status).toBe(201);
  expect(back.body.lines).toMatchObject([{ productId: null, barcode: '4006381333931', netMinor: -1234 }]);
});
