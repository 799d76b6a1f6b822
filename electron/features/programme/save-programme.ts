import { isDeepStrictEqual } from 'node:util';
import { perform } from '../../../db/changes/act.ts';
import type { ReadDb } from '../../../db/kernel/connection.ts';
import { categoryById, productById } from '../../../db/products/products.queries.ts';
import type { ProgrammeTerms } from '../../../shared/contract/programme.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { Programme } from '../../../shared/points/programme.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';

type SaveOutcome = Outcome<Programme, Refusal<'programme-changed' | 'rate-of-unknown'>>;

/**
 * Puts a new version of the points programme in force. Versions are never edited: a purchase keeps the one it was made
 * under, and a lot the date it was given. The same terms again write nothing.
 */
export function saveProgramme(
  store: OpenStore,
  { basedOn, ...terms }: ProgrammeTerms & { readonly basedOn: number },
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): SaveOutcome {
  return perform<SaveOutcome>(store.db, nowMs, (act) => {
    const before = store.programme();
    const parts = (['earn', 'redeem', 'expiry', 'tiers'] as const).filter(
      (part) => !isDeepStrictEqual(before[part], terms[part]),
    );
    if (parts.length === 0) return done(before);
    if (basedOn !== before.version) return refuse('programme-changed');
    if (!areRatesKnown(act.db, terms, before)) return refuse('rate-of-unknown');
    const id = ids<'programme'>();
    const version = before.version + 1;
    act.record('programme', { id, owner: store.facts.storeId, version, programme: { version, ...terms } });
    audit(
      act,
      { store, staffId, ids },
      { action: 'change-programme', subjectKind: 'programme', subjectId: id, fields: parts },
    );
    return done(store.programme());
  });
}

const isNew = (rates: Readonly<Record<string, number>>) => (id: string) => rates[id] === undefined;

/** A rate that the version before had is kept, whatever became of its product. */
function areRatesKnown(db: ReadDb, { earn }: ProgrammeTerms, before: Programme): boolean {
  const categories = Object.keys(earn.categoryPercent).filter(isNew(before.earn.categoryPercent));
  const products = Object.keys(earn.productPercent).filter(isNew(before.earn.productPercent));
  return (
    categories.every((categoryId) => categoryById.get(db, { categoryId: categoryId as Id<'category'> })) &&
    products.every((productId) => productById.get(db, { productId: productId as Id<'product'> }))
  );
}
