import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type Act, perform } from '../../../db/changes/act.ts';
import { couponKindById, couponKindKnown, offerNamingKind } from '../../../db/coupons/coupons.queries.ts';
import type { couponsContract } from '../../../shared/contract/coupons.contract.ts';
import { type CouponKindFact, kindMayBecome } from '../../../shared/coupons/coupon-kind.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { businessDate } from '../../../shared/kernel/instant.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type Contract = typeof couponsContract;
type Input<Name extends keyof Contract> = z.output<Contract[Name]['input']>;
type Written<Name extends keyof Contract> = Outcome<null, Refusal<Contract[Name]['refusals'][number]>>;

/** Who writes, and when. */
export interface Writing {
  readonly store: OpenStore;
  readonly staffId: Id<'staff'>;
  readonly nowMs: number;
  readonly ids: IdSource;
}

const knownKind = (act: Act, { store, nowMs }: Writing, kindId: Id<'coupon-kind'>) =>
  couponKindById.get(act.db, { kindId, today: businessDate(nowMs, store.day) });

function write(
  act: Act,
  writing: Writing,
  action: 'change-coupon' | 'coupon-state' | 'remove-coupon',
  fact: Pick<CouponKindFact, 'id' | 'version' | 'state' | 'terms'>,
  fields: readonly string[],
): void {
  const { store, staffId, nowMs: atMs } = writing;
  act.record('coupon-kind', { ...fact, owner: store.facts.storeId, atMs, staffId });
  audit(act, writing, { action, subjectKind: 'coupon-kind', subjectId: fact.id, fields });
}

/** Writes a draft or the next version of a kind. The same terms again write nothing. */
export function saveCouponKind(writing: Writing, { kindId, basedOn, terms }: Input<'saveKind'>): Written<'saveKind'> {
  return perform<Written<'saveKind'>>(writing.store.db, writing.nowMs, (act) => {
    const known = knownKind(act, writing, kindId);
    if (known && isDeepStrictEqual(known.terms, terms)) return done(null);
    if (known && known.owner !== writing.store.facts.storeId) return refuse('coupon-kind-not-ours');
    // One that was thrown away is not written again.
    if (basedOn !== (known?.version ?? 0) || (!known && couponKindKnown.get(act.db, { kindId })))
      return refuse('coupon-kind-changed');
    const { validity } = terms;
    if (validity.kind === 'dates' && validity.through < validity.from) return refuse('coupon-dates-backwards');
    const fields = Object.keys(terms).filter(
      (part) => !isDeepStrictEqual(known?.terms[part as keyof typeof terms], terms[part as keyof typeof terms]),
    );
    write(
      act,
      writing,
      'change-coupon',
      { id: kindId, version: basedOn + 1, state: known?.state ?? 'draft', terms },
      fields,
    );
    return done(null);
  });
}

/** Takes a kind live, stops it or lets it go on. One that is in this state already stays as it is. */
export function setCouponKindState(
  writing: Writing,
  { kindId, basedOn, state }: Input<'setKindState'>,
): Written<'setKindState'> {
  return perform<Written<'setKindState'>>(writing.store.db, writing.nowMs, (act) => {
    const known = knownKind(act, writing, kindId);
    if (!known) return refuse('coupon-kind-unknown');
    if (known.state === state) return done(null);
    if (known.owner !== writing.store.facts.storeId) return refuse('coupon-kind-not-ours');
    if (basedOn !== known.version) return refuse('coupon-kind-changed');
    if (!kindMayBecome(known.state, state)) return refuse('coupon-state-unfit');
    write(act, writing, 'coupon-state', { id: kindId, version: basedOn + 1, state, terms: known.terms }, [state]);
    return done(null);
  });
}

/** Throws a draft away that no offer names. */
export function removeCouponKind(writing: Writing, { kindId }: Input<'removeKind'>): Written<'removeKind'> {
  return perform<Written<'removeKind'>>(writing.store.db, writing.nowMs, (act) => {
    const known = knownKind(act, writing, kindId);
    if (!known) return couponKindKnown.get(act.db, { kindId }) ? done(null) : refuse('coupon-kind-unknown');
    if (known.owner !== writing.store.facts.storeId) return refuse('coupon-kind-not-ours');
    if (known.state !== 'draft') return refuse('coupon-kind-no-draft');
    if (offerNamingKind.get(act.db, { kindId })) return refuse('coupon-kind-in-use');
    const { version, terms } = known;
    write(act, writing, 'remove-coupon', { id: kindId, version: version + 1, state: 'removed', terms }, []);
    return done(null);
  });
}
