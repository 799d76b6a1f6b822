import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition, FieldTerms } from '../../../shared/lists/conditions.ts';
import { CONSENT_PURPOSES } from '../../../shared/members/profile.ts';
import { minorDigits } from '../../lib/format.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { Form } from '../form/Form.tsx';
import { useForm } from '../form/use-form.ts';
import { checkDraft, conditionOf, draftOf, newDraft, relationsOf } from './condition-draft.ts';
import classes from './FilterForm.module.css';
import type { FilterTerms } from './filter-terms.ts';
import { monthWords } from './sentence.ts';

interface FilterFormProps {
  readonly terms: FilterTerms;
  /** The one that is changed; null for a new one. */
  readonly condition: Condition | null;
  readonly onDone: (condition: Condition) => void;
  readonly onLeave: () => void;
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

/** One condition: of what, how, and the values that this asks for. */
export function FilterForm({ terms, condition, onDone, onLeave }: FilterFormProps) {
  const { t, i18n } = useTranslation();
  const { currency } = useStoreFacts();
  const places = minorDigits(currency);
  const names = Object.keys(terms.fields);
  const firstName = names[0] ?? '';
  const termsOf = (field: string): FieldTerms => terms.fields[field] ?? { kind: 'flag' };
  const form = useForm({
    initial: condition ? draftOf(condition, termsOf(condition.field), places) : newDraft(firstName, termsOf(firstName)),
    check: (draft) => checkDraft(draft, termsOf(draft.field), places, t),
    save: async (draft) => onDone(conditionOf(draft, termsOf(draft.field), places)),
  });
  const { field, is } = form.values;
  const kind = termsOf(field).kind;
  const isFlag = kind === 'flag';
  const relationWords = (relation: typeof is) =>
    isFlag && (relation === 'yes' || relation === 'no')
      ? terms.flag(field, relation)
      : t(`filters.relation.${relation}`);
  const number = { inputMode: 'decimal', autoComplete: 'off', maxLength: 14 } as const;
  return (
    <Form form={form} label={t(condition ? 'filters.changeTitle' : 'filters.title')}>
      <div className={classes.pair}>
        <Select
          label={t('filters.field')}
          data={names.map((name) => ({ value: name, label: terms.words(name) }))}
          data-autofocus
          maxDropdownHeight={320}
          {...form.field('field')}
          onChange={(next) => next && form.set(newDraft(next, termsOf(next)))}
        />
        <Select
          label={t('filters.is')}
          data={relationsOf(termsOf(field)).map((relation) => ({ value: relation, label: relationWords(relation) }))}
          {...form.field('is')}
        />
      </div>
      {(kind === 'choice' || kind === 'bought') && (
        <Checkbox.Group
          label={t('filters.values')}
          value={[...form.values.values]}
          error={form.field('values').error}
          onChange={(values) => form.set({ values })}
        >
          <div className={classes.choices}>
            {terms.choices(field).map(({ value, words }) => (
              <Checkbox key={value} value={value} label={words} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {is === 'contains' && (
        <TextInput label={t('filters.text')} autoComplete="off" maxLength={60} {...form.field('text')} />
      )}
      {(is === 'at-least' || is === 'at-most') && (
        <TextInput label={t('filters.value')} {...number} {...form.field('value')} />
      )}
      {(is === 'from-to' || is === 'between') && (
        <div className={classes.pair}>
          <TextInput
            label={t('filters.from')}
            {...(is === 'between' ? { type: 'date' } : number)}
            {...form.field('from')}
          />
          <TextInput
            label={t('filters.to')}
            {...(is === 'between' ? { type: 'date' } : number)}
            {...form.field('to')}
          />
        </div>
      )}
      {(is === 'more-than-days-ago' || is === 'within-days' || kind === 'bought') && (
        <TextInput label={t('filters.days')} {...number} {...form.field('days')} />
      )}
      {is === 'in-month' && (
        <Select
          label={t('filters.month')}
          data={MONTHS.map((month) => ({ value: String(month), label: monthWords(month, i18n.language) }))}
          {...form.field('month')}
        />
      )}
      {kind === 'consent' && (
        <Select
          label={t('filters.purpose')}
          data={CONSENT_PURPOSES.map((purpose) => ({ value: purpose, label: t(`members.consent.purpose.${purpose}`) }))}
          {...form.field('purpose')}
        />
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onLeave}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit">{t('filters.apply')}</Button>
      </div>
    </Form>
  );
}
