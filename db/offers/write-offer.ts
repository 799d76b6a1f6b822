import type { OfferFact } from '../../shared/promotions/offer.fact.ts';
import { text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineVersioned } from '../kernel/define-versioned.ts';

const putVersion = defineVersioned({
  name: 'offers',
  noun: 'offer',
  key: 'offer_pk',
  columns: { state: text },
  version: { state: text, name: text, terms: text, note: text },
});

export const writeOffer = (db: WriteDb, fact: OfferFact): void =>
  putVersion(db, { ...fact, name: fact.terms.name, terms: JSON.stringify(fact.terms) });
