import type { OfferFact } from '../../shared/promotions/offer.fact.ts';
import { id, integer, nullable, text } from '../kernel/codec.ts';
import type { WriteDb } from '../kernel/connection.ts';
import { defineWrite } from '../kernel/define-query.ts';

const putOffer = defineWrite({
  name: 'offers.put',
  sql: `INSERT INTO offer (id, owner, version, state) VALUES (@id, @owner, @version, @state)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state
        WHERE excluded.version > offer.version`,
  params: { id: id('offer'), owner: text, version: integer, state: text },
});

const putVersion = defineWrite({
  name: 'offers.put-version',
  sql: `INSERT INTO offer_version (offer_pk, version, state, name, terms, note, at_ms, staff_pk)
        VALUES ((SELECT offer_pk FROM offer WHERE id = @id), @version, @state, @name, @terms, @note, @atMs,
          (SELECT staff_pk FROM staff WHERE id = @staffId))
        ON CONFLICT (offer_pk, version) DO NOTHING`,
  params: {
    id: id('offer'),
    version: integer,
    state: text,
    name: text,
    terms: text,
    note: text,
    atMs: integer,
    staffId: nullable(id('staff')),
  },
});

export function writeOffer(db: WriteDb, fact: OfferFact): void {
  putOffer.run(db, fact);
  putVersion.run(db, { ...fact, name: fact.terms.name, terms: JSON.stringify(fact.terms) });
}
