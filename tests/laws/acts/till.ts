import * as fc from 'fast-check';
import { openShift } from '../../../db/staff/shifts.queries.ts';
import { receiptOf } from '../../../electron/features/purchases/receipt-of.ts';
import { takeBackGoods } from '../../../electron/features/purchases/take-back-goods.ts';
import { voidLastSale } from '../../../electron/features/purchases/void-last-sale.ts';
import { beginShift } from '../../../electron/features/shifts/begin-shift.ts';
import { closeShift } from '../../../electron/features/shifts/close-shift.ts';
import type { Id } from '../../../shared/kernel/id.ts';
import { anOpenItem } from '../../fixtures/a-product.ts';
import { saleCommand, tryCommand } from '../../fixtures/sell.ts';
import type { Shop } from '../../fixtures/shop.ts';
import { returnCommand } from '../../fixtures/take-back.ts';
import { act, done, nat, pick } from './act.ts';

/** What a receipt says for ever: all but who the member is called today, and whether it was voided since. */
const receiptText = ({ store }: Shop, purchaseId: Id<'purchase'>) => ({
  ...receiptOf(store, purchaseId),
  member: null,
  state: null,
});

export const sale = act(
  'sell',
  fc.record({
    who: fc.option(nat),
    lines: fc.array(
      fc.record({
        what: nat,
        thousandths: fc.integer({ min: 1, max: 20_000 }),
        openMinor: fc.option(fc.integer({ min: 1, max: 9999 }), { freq: 5 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    mayPrice: fc.boolean(),
    steps: fc.oneof(fc.constant(0), fc.nat(8)),
    tender: fc.constantFrom('cash', 'gift-card', 'wechat-pay'),
    overMinor: fc.oneof(fc.constant(0), fc.integer({ min: -50, max: 5000 })),
    cashPercent: fc.constantFrom(0, 0, 40),
  } as const),
  ({ shop, members, products, sales }, { who, lines, mayPrice, steps, tender, overMinor, cashPercent }) => {
    const asked = lines.map(({ what, thousandths, openMinor }) =>
      openMinor === null
        ? { productId: pick(products, what) as Id<'product'>, quantityThousandths: thousandths }
        : { open: anOpenItem({ unitPriceMinor: openMinor }), quantityThousandths: thousandths },
    );
    const priced = saleCommand(shop, {
      member: who === null ? null : pick(members, who),
      lines: asked,
      redeem: steps * shop.store.programme().redeem.stepPoints,
      tender,
    });
    const command = {
      ...priced,
      tenders: priced.tenders.flatMap((given) => {
        const cashMinor = Math.floor((given.amountMinor * cashPercent) / 100);
        const rest = {
          ...given,
          amountMinor: Math.max(1, given.amountMinor - cashMinor + (cashMinor > 0 ? 0 : overMinor)),
        };
        const cash = { kind: 'cash' as const, amountMinor: cashMinor + Math.max(0, overMinor), reference: null };
        return cashMinor > 0 ? [rest, cash] : [rest];
      }),
    };
    const run = (of = command) => tryCommand(shop, of, mayPrice ? shop.managerId : null);
    const outcome = run();
    if (outcome.ok) sales.push(command.purchaseId);
    return {
      outcome,
      again: run,
      altered: [
        () => run({ ...command, lines: [...command.lines, ...command.lines] }),
        () => run({ ...command, memberId: command.memberId ? null : shop.ids() }),
        () => run({ ...command, tenders: [...command.tenders, { kind: 'cash', amountMinor: 1, reference: null }] }),
      ],
      kept: () => receiptText(shop, command.purchaseId),
    };
  },
);

export const takeGoodsBack = act(
  'take goods back',
  fc.record({
    which: nat,
    lines: fc.array(
      fc.record({
        lineNo: fc.integer({ min: 1, max: 5 }),
        quantityThousandths: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 20_000 })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  ({ shop, sales }, { which, lines }) => {
    const originalId = pick(sales, which);
    if (!originalId) return done;
    const command = returnCommand(shop, originalId, lines);
    const run = (of = command) => takeBackGoods(shop.store, of, shop.clerkId, shop.nowMs, shop.ids);
    return {
      outcome: run(),
      again: run,
      altered: [
        () => run({ ...command, lines: [...lines, { lineNo: 1, quantityThousandths: 1 }] }),
        () => run({ ...command, refunds: [...command.refunds, { kind: 'alipay', amountMinor: 1, reference: null }] }),
      ],
      kept: () => receiptText(shop, command.returnId),
    };
  },
);

export const voidSale = act('void a sale', fc.oneof(fc.constant(-1), nat), ({ shop, sales }, which) => {
  const purchaseId = which < 0 ? sales.at(-1) : pick(sales, which);
  if (!purchaseId) return done;
  const voidId = shop.ids<'purchase'>();
  const run = (of = purchaseId) =>
    voidLastSale(shop.store, { voidId, purchaseId: of }, shop.clerkId, shop.nowMs, shop.ids);
  return { outcome: run(), again: run, altered: [() => run(shop.ids<'purchase'>())] };
});

export const openTill = act('open a shift', fc.nat(100_000), ({ shop }, floatMinor) => {
  const shiftId = shop.ids<'shift'>();
  const run = (float = floatMinor) => beginShift(shop.store, { shiftId, floatMinor: float }, shop.clerkId, shop.nowMs);
  return { outcome: run(), again: run, altered: [() => run(floatMinor + 1)] };
});

export const closeTill = act('close the shift', fc.nat(100_000), ({ shop }, countedMinor) => {
  const { db, facts } = shop.store;
  const open = openShift.get(db, { tillId: facts.tillId });
  return open
    ? { outcome: closeShift(shop.store, { shiftId: open.shiftId, countedMinor }, shop.clerkId, shop.nowMs) }
    : done;
});
