import * as fc from 'fast-check';
import { perform } from '../../db/changes/act.ts';
import { openShift } from '../../db/staff/shifts.queries.ts';
import { mergeMembers } from '../../electron/features/duplicates/merge-members.ts';
import { tellApart } from '../../electron/features/duplicates/tell-apart.ts';
import { undoMerge } from '../../electron/features/duplicates/undo-merge.ts';
import { editMember } from '../../electron/features/members/edit-member.ts';
import { enrolMember } from '../../electron/features/members/enrol-member.ts';
import { replaceCard } from '../../electron/features/members/replace-card.ts';
import { setConsent } from '../../electron/features/members/set-consent.ts';
import { beginAgain } from '../../electron/features/nightly/run-night.ts';
import { adjustPoints } from '../../electron/features/points/adjust-points.ts';
import { redeemPoints } from '../../electron/features/points/redeem-points.ts';
import { receiptOf } from '../../electron/features/purchases/receipt-of.ts';
import { takeBackGoods } from '../../electron/features/purchases/take-back-goods.ts';
import { voidLastSale } from '../../electron/features/purchases/void-last-sale.ts';
import { markRequests } from '../../electron/features/requests/mark-requests.ts';
import { noteRequest } from '../../electron/features/requests/note-request.ts';
import { beginShift } from '../../electron/features/shifts/begin-shift.ts';
import { closeShift } from '../../electron/features/shifts/close-shift.ts';
import { adjustStock } from '../../electron/features/stock/adjust-stock.ts';
import { countStock } from '../../electron/features/stock/count-stock.ts';
import { receiveGoods } from '../../electron/features/stock/receive-goods.ts';
import { reverseDocument } from '../../electron/features/stock/reverse-document.ts';
import { setStockTerms } from '../../electron/features/stock/set-stock-terms.ts';
import type { StandingInput } from '../../shared/contract/members.contract.ts';
import type { Id } from '../../shared/kernel/id.ts';
import type { Outcome } from '../../shared/kernel/outcome.ts';
import { MERGED_FIELDS } from '../../shared/members/member.facts.ts';
import { CLOSING_DEBT, CLOSING_POINTS, STANDING_CHANGES } from '../../shared/members/standing.ts';
import { FIRST_PROGRAMME, type Programme } from '../../shared/points/programme.ts';
import { NO_LADDER, TIER_BASES } from '../../shared/tiers/ladder.ts';
import { aDebt, openingLot } from '../fixtures/a-lot.ts';
import { anEnrolment } from '../fixtures/a-member.ts';
import { anOpenItem, aProduct } from '../fixtures/a-product.ts';
import { saleCommand, tryCommand } from '../fixtures/sell.ts';
import { DAY_MS, type Shop } from '../fixtures/shop.ts';
import { aChange, tryChange } from '../fixtures/standing.ts';
import { returnCommand } from '../fixtures/take-back.ts';
import { theNight } from '../fixtures/the-night.ts';

/** Where a random day stands: the store, and who and what is known in it. */
export interface Day {
  readonly shop: Shop;
  readonly members: Id<'member'>[];
  readonly products: Id<'product'>[];
  readonly sales: Id<'purchase'>[];
  readonly documents: Id<'stock-document'>[];
  readonly requests: Id<'product-request'>[];
  readonly merges: Id<'merge'>[];
  programmeVersion: number;
}

/** What came of an act, and how it can be asked for again. */
export interface Attempt {
  readonly outcome: Outcome<unknown>;
  /** The same id with the same content. */
  readonly again?: () => Outcome<unknown>;
  /** The same id with other content. */
  readonly altered?: readonly (() => Outcome<unknown>)[];
  /** What must read the same ever after. */
  readonly kept?: () => unknown;
}
export interface RandomAct {
  readonly name: string;
  readonly run: (day: Day) => Attempt;
}

const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];
const done: Attempt = { outcome: { ok: true, value: null } };
const nat = fc.nat(1000);

/** What a receipt says for ever: all but who the member is called today, and whether it was voided since. */
const receiptText = ({ store }: Shop, purchaseId: Id<'purchase'>) => ({
  ...receiptOf(store, purchaseId),
  member: null,
  state: null,
});

const act = <T>(name: string, given: fc.Arbitrary<T>, run: (day: Day, given: T) => Attempt): fc.Arbitrary<RandomAct> =>
  given.map((it) => ({ name: `${name} ${JSON.stringify(it)}`, run: (day) => run(day, it) }));

const enrol = act(
  'enrol',
  fc.record({
    name: fc.constantFrom('王小明', '李雷', "O'Brien", 'Ana María', ''),
    phone: fc.option(
      fc.integer({ min: 0, max: 40 }).map((n) => `138123456${String(n).padStart(2, '0')}`),
      {
        nil: undefined,
      },
    ),
    cardNumber: fc.option(
      nat.map((n) => `CARD-${n}`),
      { nil: undefined },
    ),
    consent: fc.boolean(),
    despiteDuplicates: fc.boolean(),
  }),
  ({ shop, members }, { consent, ...given }) => {
    const command = anEnrolment(shop, { ...given, consents: [{ purpose: 'marketing-sms', given: consent }] });
    const run = (of = command) => enrolMember(shop.store, of, shop.clerkId, shop.nowMs, shop.ids);
    const outcome = run();
    if (outcome.ok) members.push(command.memberId);
    return {
      outcome,
      again: run,
      altered: [
        () => run({ ...command, address: 'somewhere else' }),
        () => run({ ...command, cardNumber: `${command.cardNumber ?? ''}-9` }),
        () => run({ ...command, consents: [] }),
      ],
    };
  },
);

const edit = act(
  'edit',
  fc.record({ who: nat, name: fc.option(fc.constantFrom('张伟', 'Mary', '')), note: fc.option(fc.string()) }),
  ({ shop, members }, { who, ...fields }) => {
    const memberId = pick(members, who);
    return memberId
      ? { outcome: editMember(shop.store, { memberId, fields }, shop.clerkId, shop.nowMs, shop.ids) }
      : done;
  },
);

const sale = act(
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

const redeem = act(
  'redeem',
  fc.record({ who: nat, points: fc.integer({ min: 1, max: 900 }) }),
  ({ shop, members }, it) => {
    const memberId = pick(members, it.who);
    if (!memberId) return done;
    const command = { redemptionId: shop.ids<'redemption'>(), memberId, points: it.points, reward: 'a mug' };
    const run = (of = command) => redeemPoints(shop.store, of, shop.clerkId, shop.nowMs, shop.ids);
    return {
      outcome: run(),
      again: run,
      altered: [() => run({ ...command, points: it.points + 1 }), () => run({ ...command, reward: 'a hat' })],
    };
  },
);

const takeGoodsBack = act(
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

const voidSale = act('void a sale', fc.oneof(fc.constant(-1), nat), ({ shop, sales }, which) => {
  const purchaseId = which < 0 ? sales.at(-1) : pick(sales, which);
  if (!purchaseId) return done;
  const voidId = shop.ids<'purchase'>();
  const run = (of = purchaseId) =>
    voidLastSale(shop.store, { voidId, purchaseId: of }, shop.clerkId, shop.nowMs, shop.ids);
  return { outcome: run(), again: run, altered: [() => run(shop.ids<'purchase'>())] };
});

const adjust = act(
  'adjust',
  fc.record({
    who: nat,
    points: fc.integer({ min: -300, max: 300 }).filter((points) => points !== 0),
    mayDo: fc.boolean(),
  }),
  ({ shop, members }, { who, points, mayDo }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const command = { adjustmentId: shop.ids<'adjustment'>(), memberId, points, reason: 'a complaint' };
    const by = { staffId: shop.clerkId, approvedById: mayDo ? shop.managerId : null };
    const run = (of = command) => adjustPoints(shop.store, of, by, shop.nowMs, shop.ids);
    return { outcome: run(), again: run, altered: [() => run({ ...command, points: points * 2 })] };
  },
);

const consent = act(
  'consent',
  fc.record({ who: nat, purpose: fc.constantFrom('profiling', 'marketing-sms'), given: fc.boolean() } as const),
  ({ shop, members }, { who, ...said }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const command = { eventId: shop.ids<'consent-event'>(), memberId, noticeVersion: '1', ...said };
    const run = (of = command) => setConsent(shop.store, of, shop.clerkId, shop.nowMs, shop.ids);
    return { outcome: run(), again: run, altered: [() => run({ ...command, given: !said.given })] };
  },
);

const newCard = act(
  'replace a card',
  fc.record({ who: nat, number: fc.nat(60), why: fc.constantFrom('lost', 'replaced') } as const),
  ({ shop, members }, { who, number, why }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const command = { memberId, cardNumber: `CARD-${number}`, why };
    return { outcome: replaceCard(shop.store, command, shop.clerkId, shop.nowMs, shop.ids) };
  },
);

const merge = act(
  'merge',
  fc.record({ into: nat, who: fc.array(nat, { minLength: 1, maxLength: 2 }), keep: fc.subarray([...MERGED_FIELDS]) }),
  ({ shop, members, merges }, { into, who, keep }) => {
    const canonicalId = pick(members, into);
    const aliasIds = [...new Set(who.flatMap((one) => pick(members, one) ?? []))].filter((one) => one !== canonicalId);
    if (!canonicalId || !aliasIds[0]) return done;
    const from = aliasIds[0];
    const command = {
      mergeId: shop.ids<'merge'>(),
      canonicalId,
      aliasIds,
      keep: Object.fromEntries(keep.map((field) => [field, from])),
    };
    const run = (of = command) => mergeMembers(shop.store, of, shop.managerId, shop.nowMs, shop.ids);
    const outcome = run();
    if (outcome.ok) merges.push(command.mergeId);
    return { outcome, again: run, altered: [() => run({ ...command, canonicalId: from, aliasIds: [canonicalId] })] };
  },
);

const partAgain = act('undo a merge', nat, ({ shop, merges }, which) => {
  const mergeId = pick(merges, which);
  if (!mergeId) return done;
  const run = () => undoMerge(shop.store, mergeId, shop.managerId, shop.nowMs, shop.ids);
  return { outcome: run(), again: run };
});

const apart = act(
  'tell apart',
  fc.record({ one: nat, other: nat, distinct: fc.boolean() }),
  ({ shop, members }, it) => {
    const memberIds = [...new Set([pick(members, it.one), pick(members, it.other)])].filter((id) => id !== undefined);
    if (memberIds.length < 2) return done;
    const run = () => tellApart(shop.store, { memberIds, distinct: it.distinct }, shop.managerId, shop.nowMs, shop.ids);
    return { outcome: run() };
  },
);

const openTill = act('open a shift', fc.nat(100_000), ({ shop }, floatMinor) => {
  const shiftId = shop.ids<'shift'>();
  const run = (float = floatMinor) => beginShift(shop.store, { shiftId, floatMinor: float }, shop.clerkId, shop.nowMs);
  return { outcome: run(), again: run, altered: [() => run(floatMinor + 1)] };
});

const closeTill = act('close the shift', fc.nat(100_000), ({ shop }, countedMinor) => {
  const { db, facts } = shop.store;
  const open = openShift.get(db, { tillId: facts.tillId });
  return open
    ? { outcome: closeShift(shop.store, { shiftId: open.shiftId, countedMinor }, shop.clerkId, shop.nowMs) }
    : done;
});

/** What is due, once or, as by hand, once more. */
const spendTheNight = act('spend the night', fc.boolean(), ({ shop }, again) => {
  theNight(shop);
  if (again) {
    beginAgain(shop.store, shop.nowMs);
    theNight(shop);
  }
  return done;
});

const grantLot = act(
  'grant a lot',
  fc.record({
    who: nat,
    points: fc.integer({ min: 1, max: 2000 }),
    pendingDays: fc.nat(3),
    days: fc.option(fc.integer({ min: 4, max: 60 })),
  }),
  ({ shop, members }, { who, points, pendingDays, days }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const terms = {
      points,
      availableAtMs: shop.nowMs + pendingDays * DAY_MS,
      expiresAtMs: days === null ? null : shop.nowMs + days * DAY_MS,
    };
    perform(shop.store.db, shop.nowMs, ({ record }) => record('points-entry', openingLot(shop, memberId, terms)));
    return done;
  },
);

const owe = act(
  'owe',
  fc.record({ who: nat, points: fc.integer({ min: 1, max: 300 }) }),
  ({ shop, members }, { who, points }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    perform(shop.store.db, shop.nowMs, ({ record }) => {
      const lot = openingLot(shop, memberId, { points: 1 });
      record('points-entry', lot);
      record('points-entry', aDebt(shop, memberId, lot.lotId, points));
    });
    return done;
  },
);

const standing = act(
  'change standing',
  fc.record({
    who: nat,
    status: fc.constantFrom('active', 'suspended', 'closed'),
    tier: fc.constantFrom('member', 'gold'),
  } as const),
  ({ shop, members }, { who, ...changed }) => {
    const id = pick(members, who);
    if (id)
      perform(shop.store.db, shop.nowMs, ({ record }) =>
        record('member', { id, enrolment: null, profile: {}, standing: changed }),
      );
    return done;
  },
);

const manage = act(
  'suspend, close, take up again',
  fc.record({
    who: nat,
    change: fc.constantFrom(...STANDING_CHANGES),
    reason: fc.constantFrom('own-request', 'other', 'abuse'),
    note: fc.option(fc.constantFrom<string>('说不清', '13812345678')),
    rest: fc.record({ points: fc.constantFrom(...CLOSING_POINTS), debt: fc.constantFrom(...CLOSING_DEBT) }),
    seenBalancePoints: fc.option(fc.constantFrom<number>(0, 10), { freq: 9 }),
  } as const),
  ({ shop, members }, { who, rest, seenBalancePoints, ...asked }) => {
    const memberId = pick(members, who);
    if (!memberId) return done;
    const command = aChange(shop, memberId, {
      ...asked,
      ...(asked.change === 'close' ? { rest, seenBalancePoints } : {}),
    } as Partial<StandingInput>);
    const run = (of = command) => tryChange(shop, of);
    return {
      outcome: run(),
      again: run,
      altered: [
        () => run({ ...command, note: 'another' }),
        () => run({ ...command, memberId: shop.ids<'member'>() }),
        () =>
          run(
            aChange(shop, memberId, {
              ...command,
              change: asked.change === 'close' ? 'suspend' : 'close',
            } as StandingInput),
          ),
      ],
    };
  },
);

const anyExpiry: fc.Arbitrary<Programme['expiry']> = fc.oneof(
  fc.constant({ kind: 'never' } as const),
  fc.record({ kind: fc.constant('months-after-earning' as const), months: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('end-of-month' as const), months: fc.nat(2) }),
  fc.record({ kind: fc.constant('end-of-quarter' as const), quarters: fc.nat(1) }),
  fc.record({ kind: fc.constant('end-of-year' as const), years: fc.nat(1) }),
  fc.record({
    kind: fc.constant('fixed-date' as const),
    lastDate: fc.constantFrom('2026-03-14', '2026-03-15', '2026-12-31'),
  }),
);

const anyLadder = fc.record({
  basis: fc.constantFrom(...TIER_BASES),
  window: fc.constantFrom(
    { kind: 'rolling' as const, months: 1 },
    { kind: 'calendar-year' as const },
    { kind: 'since-enrolment' as const },
  ),
  graceDays: fc.nat(2),
  names: fc.constant(NO_LADDER.names),
  thresholds: fc.constantFrom(
    NO_LADDER.thresholds,
    { silver: 2, gold: 3, platinum: null },
    { silver: 1000, gold: null, platinum: 30_000 },
  ),
  birthdayPoints: fc.constantFrom(NO_LADDER.birthdayPoints, { member: 5, silver: 10, gold: 20, platinum: 50 }),
});

const changeProgramme = act(
  'change the programme',
  fc.record({
    rounding: fc.constantFrom('down', 'half-up', 'up'),
    points: fc.nat(5),
    base: fc.constantFrom('gross', 'net'),
    pointsPaidEarns: fc.boolean(),
    pendingDays: fc.nat(3),
    gold: fc.constantFrom(0, 100, 150),
    expiry: anyExpiry,
    tendersWithoutEarning: fc.subarray(['cash', 'gift-card', 'wechat-pay']),
    worth: fc.constantFrom(
      FIRST_PROGRAMME.redeem,
      { stepPoints: 1, stepMinor: 100, maxPercentOfBasket: 100 },
      { stepPoints: 7, stepMinor: 3, maxPercentOfBasket: 50 },
    ),
    rate: fc.option(fc.record({ what: nat, percent: fc.constantFrom(0, 50, 300) })),
    ladder: anyLadder,
  } as const),
  (day, { gold, expiry, worth, rate, ladder, ...earn }) => {
    const { shop } = day;
    day.programmeVersion += 1;
    const version = day.programmeVersion;
    const programme: Programme = {
      ...FIRST_PROGRAMME,
      version,
      expiry,
      redeem: worth,
      tiers: ladder,
      earn: {
        ...FIRST_PROGRAMME.earn,
        ...earn,
        productPercent: rate ? { [pick(day.products, rate.what) ?? '']: rate.percent } : {},
        tierPercent: { ...FIRST_PROGRAMME.earn.tierPercent, gold },
      },
    };
    perform(shop.store.db, shop.nowMs, ({ record }) =>
      record('programme', { id: shop.ids<'programme'>(), owner: shop.store.facts.storeId, version, programme }),
    );
    return done;
  },
);

const addProduct = act(
  'add a product',
  fc.record({
    priceMinor: fc.oneof(fc.constant(0), fc.nat(50_000)),
    taxRateBp: fc.constantFrom(0, 600, 900, 1300),
    category: fc.constantFrom('茶', '水果', null),
  }),
  ({ shop, products }, facts) => {
    products.push(aProduct(shop, facts));
    return done;
  },
);

const moverOf = (shop: Shop) => ({ staffId: shop.managerId, ids: shop.ids });

const receive = act(
  'receive goods',
  fc.record({
    lines: fc.array(
      fc.record({
        what: nat,
        quantityThousandths: fc.integer({ min: 1, max: 50_000 }),
        unitCostMinor: fc.option(fc.nat(3000)),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    supplier: fc.option(fc.constantFrom<string>('茶叶批发', 'Old Mill')),
  }),
  ({ shop, products, documents }, { lines, supplier }) => {
    const command = {
      documentId: shop.ids<'stock-document'>(),
      supplier,
      reference: null,
      note: null,
      lines: lines.map(({ what, ...line }) => ({ ...line, productId: pick(products, what) as Id<'product'> })),
    };
    const run = (of = command) => receiveGoods(shop.store, of, moverOf(shop), shop.nowMs);
    const outcome = run();
    if (outcome.ok) documents.push(command.documentId);
    return {
      outcome,
      again: run,
      altered: [
        () => run({ ...command, supplier: 'somebody else' }),
        () => run({ ...command, lines: [...command.lines, ...command.lines] }),
      ],
    };
  },
);

const count = act(
  'count stock',
  fc.record({
    lines: fc.array(fc.record({ what: nat, countedThousandths: fc.nat(60_000), agoMs: fc.nat(2 * DAY_MS) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  ({ shop, products, documents }, { lines }) => {
    const command = {
      documentId: shop.ids<'stock-document'>(),
      note: null,
      lines: lines.map(({ what, countedThousandths, agoMs }) => ({
        productId: pick(products, what) as Id<'product'>,
        countedThousandths,
        atMs: shop.nowMs - agoMs,
      })),
    };
    const run = (of = command) => countStock(shop.store, of, moverOf(shop), shop.nowMs);
    const outcome = run();
    if (outcome.ok) documents.push(command.documentId);
    return { outcome, again: run, altered: [() => run({ ...command, note: 'another' as never })] };
  },
);

const adjustLevel = act(
  'adjust stock',
  fc.record({ what: nat, changeThousandths: fc.integer({ min: -20_000, max: -1 }), ofSale: fc.option(nat) }),
  ({ shop, products, sales, documents }, { what, changeThousandths, ofSale }) => {
    const command = {
      documentId: shop.ids<'stock-document'>(),
      productId: pick(products, what) as Id<'product'>,
      changeThousandths,
      reason: 'unsellable' as const,
      note: null,
      purchaseId: ofSale === null ? null : (pick(sales, ofSale) ?? null),
    };
    const run = (of = command) => adjustStock(shop.store, of, moverOf(shop), shop.nowMs);
    const outcome = run();
    if (outcome.ok) documents.push(command.documentId);
    return {
      outcome,
      again: run,
      altered: [() => run({ ...command, changeThousandths: changeThousandths - 1 })],
    };
  },
);

const reverse = act('take a stock document back', nat, ({ shop, documents }, which) => {
  const reversesId = pick(documents, which);
  if (!reversesId) return done;
  const documentId = shop.ids<'stock-document'>();
  const run = (of = reversesId) =>
    reverseDocument(shop.store, { documentId, reversesId: of }, moverOf(shop), shop.nowMs);
  const outcome = run();
  if (outcome.ok) documents.push(documentId);
  return { outcome, again: run, altered: [() => run(shop.ids<'stock-document'>())] };
});

const keep = act(
  'keep a product',
  fc.record({ what: nat, stocked: fc.boolean(), reorderThousandths: fc.option(fc.nat(9000)) }),
  ({ shop, products }, { what, ...terms }) => {
    const command = { ...terms, productId: pick(products, what) as Id<'product'> };
    return { outcome: setStockTerms(shop.store, command, moverOf(shop), shop.nowMs) };
  },
);

const request = act(
  'note a request',
  fc.record({
    what: fc.option(nat),
    who: fc.option(nat),
    text: fc.constantFrom<string>('green tea', 'Green  Tea', '抹茶'),
  }),
  ({ shop, products, members, requests }, { what, who, text }) => {
    const memberId = who === null ? null : (pick(members, who) ?? null);
    const command = {
      requestId: shop.ids<'product-request'>(),
      productId: what === null ? null : (pick(products, what) ?? null),
      text,
      quantityThousandths: null,
      note: null,
      memberId,
      tellMember: memberId !== null,
    };
    const run = (of = command) => {
      const outcome = noteRequest(shop.store, of, shop.clerkId, shop.nowMs);
      // How often it was asked for grows with the day.
      return outcome.ok ? { ok: true as const, value: outcome.value.requestId } : outcome;
    };
    const outcome = run();
    if (outcome.ok) requests.push(command.requestId);
    return { outcome, again: run, altered: [() => run({ ...command, text: 'other' })] };
  },
);

const markAsked = act(
  'mark requests',
  fc.record({
    which: fc.array(nat, { minLength: 1, maxLength: 4 }),
    state: fc.constantFrom('open', 'ordered', 'answered'),
  } as const),
  ({ shop, requests }, { which, state }) => {
    const requestIds = which.flatMap((one) => pick(requests, one) ?? []);
    const markId = shop.ids<'request-mark'>();
    if (requestIds.length === 0) return done;
    const run = (of = requestIds) =>
      markRequests(shop.store, { markId, state, requestIds: of }, shop.clerkId, shop.nowMs);
    return { outcome: run(), again: run, altered: [() => run([...requestIds, shop.ids<'product-request'>()])] };
  },
);

const timePasses = act('time passes', fc.integer({ min: 1, max: 10 * DAY_MS }), ({ shop }, ms) => {
  shop.nowMs += ms;
  return done;
});
const clockIsSetBack = act('the clock is set back', fc.integer({ min: 1, max: 3 * DAY_MS }), ({ shop }, ms) => {
  shop.nowMs -= ms;
  return done;
});

/** Anything that can happen in a store, as often as it does. */
export const anyAct: fc.Arbitrary<RandomAct> = fc.oneof(
  { weight: 3, arbitrary: enrol },
  { weight: 1, arbitrary: edit },
  { weight: 8, arbitrary: sale },
  { weight: 4, arbitrary: redeem },
  { weight: 4, arbitrary: takeGoodsBack },
  { weight: 2, arbitrary: voidSale },
  { weight: 2, arbitrary: adjust },
  { weight: 1, arbitrary: consent },
  { weight: 1, arbitrary: newCard },
  { weight: 2, arbitrary: merge },
  { weight: 1, arbitrary: partAgain },
  { weight: 1, arbitrary: apart },
  { weight: 1, arbitrary: openTill },
  { weight: 1, arbitrary: closeTill },
  { weight: 1, arbitrary: spendTheNight },
  { weight: 2, arbitrary: grantLot },
  { weight: 1, arbitrary: owe },
  { weight: 1, arbitrary: standing },
  { weight: 3, arbitrary: manage },
  { weight: 1, arbitrary: changeProgramme },
  { weight: 1, arbitrary: addProduct },
  { weight: 3, arbitrary: receive },
  { weight: 2, arbitrary: count },
  { weight: 2, arbitrary: adjustLevel },
  { weight: 2, arbitrary: reverse },
  { weight: 1, arbitrary: keep },
  { weight: 1, arbitrary: request },
  { weight: 1, arbitrary: markAsked },
  { weight: 2, arbitrary: timePasses },
  { weight: 1, arbitrary: clockIsSetBack },
);
