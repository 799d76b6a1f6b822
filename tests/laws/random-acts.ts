import * as fc from 'fast-check';
import { beginAgain } from '../../electron/features/nightly/run-night.ts';
import { DAY_MS } from '../fixtures/shop.ts';
import { theNight } from '../fixtures/the-night.ts';
import { act, done, type RandomAct } from './acts/act.ts';
import { makeAList, putIntoAList, removeAList } from './acts/audiences.ts';
import { apart, consent, edit, enrol, manage, merge, newCard, partAgain, standing } from './acts/members.ts';
import { sendWhatIsDue, setChannelsUp, writeToMember } from './acts/messages.ts';
import { moveAnOffer, putAnOffer } from './acts/offers.ts';
import { adjust, changeProgramme, grantLot, owe, redeem } from './acts/points.ts';
import { addProduct, adjustLevel, count, keep, markAsked, receive, request, reverse } from './acts/stock.ts';
import { closeTill, openTill, sale, takeGoodsBack, voidSale } from './acts/till.ts';

/** What is due, once or, as by hand, once more. */
const spendTheNight = act('spend the night', fc.boolean(), ({ shop }, again) => {
  theNight(shop);
  if (again) {
    beginAgain(shop.store, shop.nowMs);
    theNight(shop);
  }
  return done;
});

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
  { weight: 3, arbitrary: putAnOffer },
  { weight: 1, arbitrary: moveAnOffer },
  { weight: 2, arbitrary: voidSale },
  { weight: 2, arbitrary: adjust },
  { weight: 1, arbitrary: makeAList },
  { weight: 3, arbitrary: putIntoAList },
  { weight: 1, arbitrary: removeAList },
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
  { weight: 1, arbitrary: setChannelsUp },
  { weight: 2, arbitrary: writeToMember },
  { weight: 2, arbitrary: sendWhatIsDue },
  { weight: 2, arbitrary: timePasses },
  { weight: 1, arbitrary: clockIsSetBack },
);

/** What moves offers and what they have given: mostly sales under them, and what takes those back. */
export const anyActUnderOffers: fc.Arbitrary<RandomAct> = fc.oneof(
  { weight: 2, arbitrary: enrol },
  { weight: 4, arbitrary: putAnOffer },
  { weight: 2, arbitrary: moveAnOffer },
  { weight: 8, arbitrary: sale },
  { weight: 6, arbitrary: takeGoodsBack },
  { weight: 2, arbitrary: voidSale },
  { weight: 1, arbitrary: merge },
  { weight: 1, arbitrary: manage },
  { weight: 1, arbitrary: changeProgramme },
  { weight: 1, arbitrary: addProduct },
  { weight: 1, arbitrary: timePasses },
);
