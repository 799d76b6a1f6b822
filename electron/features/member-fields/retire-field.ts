import { perform } from '../../../db/changes/act.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { isNameFree, MOST_FIELDS } from '../../../shared/members/custom-fields.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { fieldFacts, fieldsOf } from './fields-of.ts';

type Retired = Outcome<null, Refusal<'field-unknown' | 'too-many-fields' | 'field-name-taken'>>;

/** Takes a field out of use or brings it back, with every value that it had. The same again writes nothing. */
export function retireField(
  store: OpenStore,
  { fieldId, retired }: { readonly fieldId: Id<'member-field'>; readonly retired: boolean },
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Retired {
  return perform<Retired>(store.db, nowMs, (act) => {
    const fields = fieldFacts(act.db);
    const known = fields.find(({ id, owner }) => id === fieldId && owner === store.facts.storeId);
    if (!known) return refuse('field-unknown');
    if (known.retired === retired) return done(null);
    if (!retired && fields.filter((field) => !field.retired).length >= MOST_FIELDS)
      return refuse('too-many-fields', { most: MOST_FIELDS });
    if (!retired && !isNameFree(fieldsOf(act.db), known.name, fieldId)) return refuse('field-name-taken');
    act.record('member-field', { ...known, version: known.version + 1, retired });
    audit(
      act,
      { store, staffId, ids },
      {
        action: retired ? 'retire-field' : 'restore-field',
        subjectKind: 'member-field',
        subjectId: fieldId,
        fields: [],
      },
    );
    return done(null);
  });
}
