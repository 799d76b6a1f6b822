import { perform } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { fieldFacts } from './fields-of.ts';

type Arranged = Outcome<null, Refusal<'fields-changed'>>;

/** Puts the fields into this order; only those that move are written. */
export function arrangeFields(
  store: OpenStore,
  fieldIds: readonly Id<'member-field'>[],
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Arranged {
  return perform<Arranged>(store.db, nowMs, (act) => {
    const fields = fieldFacts(act.db);
    const places = new Map(fieldIds.map((fieldId, place) => [fieldId, place]));
    if (places.size !== fieldIds.length || fields.length !== places.size || fields.some(({ id }) => !places.has(id)))
      return refuse('fields-changed');
    const moved = fields.filter(({ id, position }) => places.get(id) !== position);
    for (const field of moved)
      act.record('member-field', { ...field, version: field.version + 1, position: places.get(field.id) ?? 0 });
    const [first] = moved;
    if (first)
      audit(
        act,
        { store, staffId, ids },
        { action: 'arrange-fields', subjectKind: 'member-field', subjectId: first.id, fields: ['order'] },
      );
    return done(null);
  });
}
