import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { perform } from '../../../db/changes/act.ts';
import type { memberFieldsContract } from '../../../shared/contract/member-fields.contract.ts';
import type { Id, IdSource } from '../../../shared/kernel/id.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../shared/kernel/outcome.ts';
import { decideOptions, isNameFree } from '../../../shared/members/custom-fields.ts';
import type { OpenStore } from '../../api/open-store.ts';
import { audit } from '../staff/audit.ts';
import { fieldFacts, fieldsOf } from './fields-of.ts';

type FieldChange = z.output<typeof memberFieldsContract.change.input>;
type Changed = Outcome<null, Refusal<(typeof memberFieldsContract.change.refusals)[number]>>;

/** Renames a field, says whether it is required and what it offers. Values stay as they are. The same again writes nothing. */
export function changeField(
  store: OpenStore,
  { fieldId, name, required, options }: FieldChange,
  staffId: Id<'staff'>,
  nowMs: number,
  ids: IdSource,
): Changed {
  return perform<Changed>(store.db, nowMs, (act) => {
    const known = fieldFacts(act.db).find(({ id, owner }) => id === fieldId && owner === store.facts.storeId);
    if (!known) return refuse('field-unknown');
    const decided = known.kind === 'choice' ? decideOptions(known.options, options) : done([]);
    if (!decided.ok) return decided;
    if (name !== known.name && !known.retired && !isNameFree(fieldsOf(act.db), name, fieldId))
      return refuse('field-name-taken');
    const terms = { name, required, options: [...decided.value] };
    const changed = (['name', 'required', 'options'] as const).filter(
      (part) => !isDeepStrictEqual(known[part], terms[part]),
    );
    if (changed.length === 0) return done(null);
    act.record('member-field', { ...known, ...terms, version: known.version + 1 });
    audit(
      act,
      { store, staffId, ids },
      { action: 'change-field', subjectKind: 'member-field', subjectId: fieldId, fields: changed },
    );
    return done(null);
  });
}
