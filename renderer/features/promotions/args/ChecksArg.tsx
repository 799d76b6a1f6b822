import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TIERS } from '../../../../shared/members/profile.ts';
import type { FieldKind } from '../../../../shared/promotions/terms.ts';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import { useTierName } from '../../../lib/tier-names.ts';
import { weekdayWords } from '../arg-words.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';

interface Choice {
  readonly value: string;
  readonly words: string;
}

function useChoices(kind: FieldKind): readonly Choice[] {
  const { i18n } = useTranslation();
  const tierName = useTierName();
  const { storeId, storeName } = useStoreFacts();
  if (kind === 'tiers') return TIERS.map((tier) => ({ value: tier, words: tierName(tier) }));
  if (kind === 'stores') return [{ value: storeId, words: storeName }];
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), words: weekdayWords(day, i18n.language) }));
}

/** Some of a few, at least one. What is not among them here stays chosen. */
export function ChecksArg({ kind, label, draft, error, onChange }: ArgFieldProps<readonly string[]>) {
  const choices = useChoices(kind);
  const elsewhere = draft.filter((value) => choices.every((choice) => choice.value !== value));
  return (
    <Checkbox.Group
      className={classes.wide}
      label={label}
      value={[...draft]}
      error={error}
      onChange={(chosen) =>
        onChange([...choices.map(({ value }) => value).filter((value) => chosen.includes(value)), ...elsewhere])
      }
    >
      <div className={classes.checks}>
        {choices.map(({ value, words }) => (
          <Checkbox key={value} value={value} label={words} aria-invalid={error !== undefined} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
