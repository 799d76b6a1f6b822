import { ACTION_KINDS } from '../../shared/promotions/actions.ts';
import { frozenOffersSchema } from '../../shared/promotions/frozen.ts';
import { offerTermsSchema } from '../../shared/promotions/offer.ts';
import { OFFER_STATES } from '../../shared/promotions/offer-state.ts';
import { id, integer, json, nullable, oneOf, text } from '../kernel/codec.ts';
import { defineQuery } from '../kernel/define-query.ts';
import { SAME_PERSON_AS_PK } from '../members/same-person.ts';

const TERMS = json(offerTermsSchema);
const STATE = oneOf(OFFER_STATES);

const OFFER = `SELECT offer.id AS offerId, offer.owner, offer.version, offer.state, terms, note, at_ms AS changedAtMs,
          ifnull(offer_sum.uses, 0) AS uses, ifnull(members, 0) AS members, ifnull(discount_minor, 0) AS discountMinor,
          ifnull(points, 0) AS points
        FROM offer JOIN offer_version USING (offer_pk, version) LEFT JOIN offer_sum USING (offer_pk)`;
const offer = {
  offerId: id('offer'),
  owner: text,
  version: integer,
  state: STATE,
  terms: TERMS,
  note: text,
  changedAtMs: integer,
  uses: integer,
  members: integer,
  discountMinor: integer,
  points: integer,
};

/** Those that were not thrown away. */
export const allOffers = defineQuery({
  name: 'offers.all',
  sql: `${OFFER} WHERE offer.state <> 'removed'
        ORDER BY CASE offer.state WHEN 'live' THEN 0 WHEN 'draft' THEN 1 WHEN 'paused' THEN 2 ELSE 3 END, offer.offer_pk DESC`,
  params: {},
  row: offer,
});

export const offerById = defineQuery({
  name: 'offers.by-id',
  sql: `${OFFER} WHERE offer.id = @offerId AND offer.state <> 'removed'`,
  params: { offerId: id('offer') },
  row: offer,
});

/** Whether an id was ever an offer's, also one that was thrown away. */
export const offerKnown = defineQuery({
  name: 'offers.known',
  sql: 'SELECT id AS offerId FROM offer WHERE id = @offerId',
  params: { offerId: id('offer') },
  row: { offerId: id('offer') },
});

/** Every version of an offer, newest first. */
export const versionsOfOffer = defineQuery({
  name: 'offers.versions',
  sql: `SELECT offer_version.version, offer_version.state, terms, note, at_ms AS atMs, staff.name AS staffName
        FROM offer_version JOIN offer USING (offer_pk) LEFT JOIN staff USING (staff_pk)
        WHERE offer.id = @offerId ORDER BY offer_version.version DESC`,
  params: { offerId: id('offer') },
  row: { version: integer, state: STATE, terms: TERMS, note: text, atMs: integer, staffName: nullable(text) },
});

export const liveOffers = defineQuery({
  name: 'offers.live',
  sql: `SELECT offer.id AS offerId, offer.version, terms FROM offer JOIN offer_version USING (offer_pk, version)
        WHERE offer.state = 'live'`,
  params: {},
  row: { offerId: id('offer'), version: integer, terms: TERMS },
});

/** Grows with every version of any offer, in whichever program it was written: what is kept of the live ones is stale then. */
export const newestOfferVersion = defineQuery({
  name: 'offers.newest-version',
  sql: 'SELECT ifnull(max(version_pk), 0) AS versionPk FROM offer_version',
  params: {},
  row: { versionPk: integer },
});

/** What was had of an offer by everybody together. No row: nothing. */
export const offerSums = defineQuery({
  name: 'offers.sums',
  sql: `SELECT uses, discount_minor AS discountMinor FROM offer_sum
        WHERE offer_pk = (SELECT offer_pk FROM offer WHERE id = @offerId)`,
  params: { offerId: id('offer') },
  row: { uses: integer, discountMinor: integer },
});

/** In how many purchases a member had an offer, under all ids that stand for the person. */
export const memberUses = defineQuery({
  name: 'offers.member-uses',
  sql: `SELECT ifnull(sum(uses), 0) AS uses FROM offer_member_sum
        WHERE offer_pk = (SELECT offer_pk FROM offer WHERE id = @offerId) AND member_pk IN ${SAME_PERSON_AS_PK}`,
  params: { offerId: id('offer'), memberPk: integer },
  row: { uses: integer },
});

/** What a purchase had of each offer or gave back, under the names that they had then. */
export const offersOfPurchase = defineQuery({
  name: 'offers.of-purchase',
  sql: `SELECT offer.id AS offerId, offer_use.version, offer_version.name, json_extract(terms, '$.action.kind') AS actionKind, uses, discount_minor AS discountMinor, points
        FROM offer_use JOIN offer USING (offer_pk)
          JOIN offer_version ON offer_version.offer_pk = offer_use.offer_pk AND offer_version.version = offer_use.version
        WHERE purchase_pk = @purchasePk ORDER BY use_no`,
  params: { purchasePk: integer },
  row: {
    offerId: id('offer'),
    version: integer,
    name: text,
    actionKind: oneOf(ACTION_KINDS),
    uses: integer,
    discountMinor: integer,
    points: integer,
  },
});

/** What returns of a sale gave back of each offer; figures ≥ 0. */
export const offersGivenBack = defineQuery({
  name: 'offers.given-back',
  sql: `SELECT offer.id AS offerId, max(offer_use.version) AS version, -sum(uses) AS uses, -sum(offer_use.discount_minor) AS discountMinor, -sum(points) AS points
        FROM purchase AS back JOIN offer_use USING (purchase_pk) JOIN offer USING (offer_pk)
        WHERE back.original_pk = @purchasePk GROUP BY offer_pk`,
  params: { purchasePk: integer },
  row: { offerId: id('offer'), version: integer, uses: integer, discountMinor: integer, points: integer },
});

/** The rules that a sale was made under; none where no offer applied. */
export const promotionOfPurchase = defineQuery({
  name: 'offers.promotion-of-purchase',
  sql: 'SELECT frozen FROM purchase_promotion WHERE purchase_pk = @purchasePk',
  params: { purchasePk: integer },
  row: { frozen: json(frozenOffersSchema) },
});
