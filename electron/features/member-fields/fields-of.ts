import type { ReadDb } from '../../../db/kernel/connection.ts';
import { memberFields } from '../../../db/members/member-fields.queries.ts';
import type { CustomField, MemberFieldFact } from '../../../shared/members/custom-fields.ts';

/** The definitions in their order, as everybody may see them. */
export const fieldsOf = (db: ReadDb): CustomField[] =>
  memberFields.all(db, {}).map(({ fieldId, name, kind, options, required, retired }) => ({
    fieldId,
    name,
    kind,
    options,
    required,
    retired,
  }));

/** The definitions in their order, as they are written. */
export const fieldFacts = (db: ReadDb): MemberFieldFact[] =>
  memberFields.all(db, {}).map(({ fieldId, ...field }) => ({ id: fieldId, ...field }));
