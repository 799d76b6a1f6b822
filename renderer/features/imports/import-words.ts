import type { Fault } from '../../../shared/imports/fault.ts';
import { type Target, targetOf } from '../../../shared/imports/targets.ts';
import type { CustomField } from '../../../shared/members/custom-fields.ts';
import { IMPORT_WORDS, importFaultWords } from '../../../shared/words/import-faults.ts';
import { languageOf } from '../../lib/i18n.ts';

/** What a file holds, by its name in the window's language. */
export const targetName = (target: Target, language: string): string =>
  IMPORT_WORDS[languageOf(language)].importTargets[target];

export interface FieldWords {
  readonly field: string;
  readonly name: string;
  readonly help: string;
  readonly example: string;
  readonly required: boolean;
  readonly isDate: boolean;
}

/** Every field of a target with its words, in the order of the form and of the template. */
export function fieldsInWords(target: Target, language: string, own: readonly CustomField[] = []): FieldWords[] {
  const words: Readonly<Record<string, { readonly name: string; readonly help: string }>> =
    IMPORT_WORDS[languageOf(language)].importFields[target];
  return Object.entries(targetOf(target, own).fields).map(([field, { name, example, required, isDate }]) => ({
    field,
    name: name ?? words[field]?.name ?? field,
    help: words[field]?.help ?? example,
    example,
    required,
    isDate,
  }));
}

/** Everything that is wrong with a row, one sentence after the other. */
export const faultsInWords = (target: Target, faults: readonly Fault[], language: string): string =>
  faults.map((fault) => importFaultWords(target, fault, languageOf(language))).join(' ');
