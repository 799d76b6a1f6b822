import { type Refusal, refuse } from '../kernel/outcome.ts';
import type { CustomField } from '../members/custom-fields.ts';
import type { DuplicatePolicy } from './field.ts';
import type { FileFormat, Reading } from './reading.ts';
import { type Target, targetOf } from './targets.ts';

/** How a file of `format` is to be read, as somebody chose it. `mapping`: the column (from 0) of each field. */
interface MappingChoice {
  readonly target: Target;
  readonly format: FileFormat;
  readonly mapping: Readonly<Record<string, number>>;
  readonly policy: DuplicatePolicy;
  readonly reading: Reading;
  readonly own: readonly CustomField[];
}

/** Why a file cannot be checked like this; null where it can. */
export function mappingFault({
  target,
  format,
  mapping,
  policy,
  reading,
  own,
}: MappingChoice): Refusal<'mapping-incomplete' | 'column-twice' | 'policy-unfit'> | null {
  const { fields, policies } = targetOf(target, own);
  const columns = Object.entries(mapping).filter(([field]) => field in fields);
  const isMissing = Object.entries(fields).some(([field, { required }]) => required && mapping[field] === undefined);
  if (isMissing || columns.length === 0 || reading.format !== format) return refuse('mapping-incomplete');
  if (new Set(columns.map(([, column]) => column)).size !== columns.length) return refuse('column-twice');
  return policies.includes(policy) ? null : refuse('policy-unfit');
}
