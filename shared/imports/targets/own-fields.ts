import { type CustomField, type CustomKind, keptValue, LONGEST_TEXT } from '../../members/custom-fields.ts';
import { customName } from '../../members/profile-values.ts';
import { type Read, read, wrong } from '../fault.ts';
import { type Fields, field, type ImportField } from '../field.ts';
import { foldedHeader } from '../folded-header.ts';
import { readDate } from '../read-date.ts';
import { isShortened, plainNumber } from '../read-number.ts';
import { readFlag, readWords } from '../read-text.ts';
import type { ReadingTerms } from '../terms.ts';

const EXAMPLES: Readonly<Record<CustomKind, string>> = {
  text: '',
  whole: '42',
  date: '2020-05-20',
  flag: '是',
  choice: '',
};

/** A cell as the field keeps it, or what is wrong with it. */
function readOwn(own: CustomField, text: string, terms: ReadingTerms): Read<string> {
  switch (own.kind) {
    case 'text':
      return readWords(LONGEST_TEXT)(text);
    case 'whole': {
      if (isShortened(text)) return wrong('shortened-number', { value: text });
      const plain = plainNumber(text, terms.decimalMark).replace(/[.,]0+$/, '');
      const kept = keptValue(own, plain);
      if (kept !== null) return read(kept);
      if (/^-?\d+$/.test(plain)) return wrong('too-large');
      return wrong(/^-?\d*[.,]\d+$/.test(plain) ? 'not-whole' : 'not-a-number');
    }
    case 'date': {
      const date = readDate(text, terms);
      return !date.ok || keptValue(own, date.value) !== null ? date : wrong('date-invalid');
    }
    case 'flag':
      return readFlag(text);
    case 'choice': {
      const folded = text.normalize('NFKC').toLowerCase();
      const option = own.options.find(({ name }) => name.normalize('NFKC').toLowerCase() === folded);
      const allowed = own.options.filter(({ retired }) => !retired).map(({ name }) => name);
      return option ? read(String(option.key)) : wrong('choice-unknown', { allowed: allowed.join(' / ') });
    }
  }
}

/** The fields of the store's own that are in use, as fields of a file: a column that is called so is taken for one. */
export const ownImportFields = (own: readonly CustomField[]): Fields =>
  Object.fromEntries(
    own
      .filter(({ retired }) => !retired)
      .map((one): readonly [string, ImportField<string>] => [
        customName(one.fieldId),
        {
          ...field({
            isDate: one.kind === 'date',
            headers: [foldedHeader(one.name)],
            example: one.options.find(({ retired }) => !retired)?.name ?? EXAMPLES[one.kind],
            read: (text, terms) => readOwn(one, text, terms),
          }),
          name: one.name,
        },
      ]),
  );
