import type { TFunction } from 'i18next';
import { type CustomField, type CustomKind, MOST_OPTIONS } from '../../../../shared/members/custom-fields.ts';

/** An option as typed: by its key, or a new one. */
export interface OptionDraft {
  readonly key: number | null;
  readonly name: string;
}

/** What the form of a field holds. The last option is empty, for another one. */
export interface FieldDraft {
  readonly name: string;
  readonly kind: CustomKind;
  readonly required: boolean;
  readonly options: readonly OptionDraft[];
}

const BLANK: OptionDraft = { key: null, name: '' };

/** With room for one more, where there may be one. */
const roomy = (options: readonly OptionDraft[]): readonly OptionDraft[] =>
  options.length >= MOST_OPTIONS || options.at(-1)?.name === '' ? options : [...options, BLANK];

export const newFieldDraft: FieldDraft = { name: '', kind: 'text', required: false, options: [BLANK] };

export const draftOf = ({ name, kind, required, options }: CustomField): FieldDraft => ({
  name,
  kind,
  required,
  options: roomy(options.filter(({ retired }) => !retired).map((option) => ({ key: option.key, name: option.name }))),
});

/** The options with one of them typed anew. */
export const optionTyped = (options: readonly OptionDraft[], at: number, name: string): readonly OptionDraft[] =>
  roomy(options.map((option, index) => (index === at ? { ...option, name } : option)));

/** The options that were written, as they are sent. */
export const optionsOf = ({ kind, options }: FieldDraft): OptionDraft[] =>
  kind === 'choice'
    ? options.map(({ key, name }) => ({ key, name: name.trim() })).filter(({ name }) => name !== '')
    : [];

/** The first option that is written a second time; -1 where none is. */
export const twiceAt = (options: readonly OptionDraft[]): number => {
  const names = options.map(({ name }) => name.trim());
  return names.findIndex((name, at) => name !== '' && names.indexOf(name) < at);
};

/** What is wrong with a draft, at its fields. `taken`: the names of the other fields in use. */
export function checkField(
  draft: FieldDraft,
  taken: readonly string[],
  t: TFunction,
): Partial<Record<keyof FieldDraft, string | undefined>> {
  const name = draft.name.trim();
  const options = optionsOf(draft);
  return {
    name: name === '' ? t('form.required') : taken.includes(name) ? t('memberFields.nameTaken') : undefined,
    options:
      draft.kind !== 'choice' || (options.length > 0 && twiceAt(options) < 0)
        ? undefined
        : t(options.length === 0 ? 'memberFields.optionsMissing' : 'memberFields.optionTwice'),
  };
}
