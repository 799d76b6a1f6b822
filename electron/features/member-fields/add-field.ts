import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import type { memberFieldsContract } from '../../../shared/contract/member-fields.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { decideOptions, isNameFree, MOST_FIELDS } from '../../../shared/members/custom-fields.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { fieldFacts, fieldsOf } from './fields-of.ts';

type NewField = z.output<typeof memberFieldsContract.add.input>;
type Added = Outcome<null, Refusal<(typeof memberFieldsContract.add.refusals)[number]>>;

/** Defines a field, after the others. The same again writes nothing, also after it was changed. */
export function addField(
  store: OpenStore,
  { fieldId, name, kind, required, options }: NewField,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Added {
  return perform<Added>(store.db, nowMs, (act) => {
    const decided = kind === 'choice' ? decideOptions([], options) : done([]);
    if (!decided.ok) return decided;
    const fields = fieldFacts(act.db);
    const known = fields.find(({ id }) => id === fieldId);
    if (known) {
      const isSame =
        known.kind === kind &&
        (known.version > 1 ||
          isDeepStrictEqual([known.name, known.required, known.options], [name, required, decided.value]));
      return isSame ? done(null) : refuse('field-id-reused');
    }
    if (fields.filter(({ retired }) => !retired).length >= MOST_FIELDS)
      return refuse('too-many-fields', { most: MOST_FIELDS });
    if (!isNameFree(fieldsOf(act.db), name, fieldId)) return refuse('field-name-taken');
    act.record('member-field', {
      id: fieldId,
      owner: store.facts.storeId,
      version: 1,
      name,
      kind,
      options: [...decided.value],
      required,
      position: Math.max(-1, ...fields.map(({ position }) => position)) + 1,
      retired: false,
    });
    audit(
      act,
      { store, staffId, ids },
      {
        action: 'add-field',
        subjectKind: 'member-field',
        subjectId: fieldId,
        fields: ['name', 'required', ...(options.length > 0 ? ['options'] : [])],
      },
    );
    return done(null);
  });
}
