import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Condition, MAX_CONDITIONS } from '../../../shared/lists/conditions.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FilterForm } from '../../ui/filters/FilterForm.tsx';
import type { FilterTerms } from '../../ui/filters/filter-terms.ts';
import { sentence } from '../../ui/filters/sentence.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './AudienceEditor.module.css';

interface ConditionGroupProps {
  readonly title: string;
  /** What an empty group says. */
  readonly none: string;
  /** What stands between two conditions. */
  readonly between: string;
  readonly terms: FilterTerms;
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[]) => void;
  /** The group that Alt+F adds to. */
  readonly isMain: boolean;
  /** Takes the whole group away; null for the one that stays. */
  readonly onRemove: (() => void) | null;
}

/** Some conditions, each a sentence that is changed or taken away, and a button that adds one. */
export function ConditionGroup(props: ConditionGroupProps) {
  const { title, none, between, terms, conditions, onChange, isMain, onRemove } = props;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const addButton = useRef<HTMLButtonElement>(null);
  const [edited, setEdited] = useState<Condition | 'new' | null>(null);
  const known = edited === 'new' ? null : edited;
  const mayAdd = conditions.length < MAX_CONDITIONS;
  const add = () => setEdited('new');
  useShortcuts(t('audiences.form.label'), [
    { keys: 'Alt+F', label: t('filters.title'), run: add, when: isMain && mayAdd },
  ]);
  const done = (condition: Condition) => {
    onChange(known ? conditions.map((each) => (each === known ? condition : each)) : [...conditions, condition]);
    setEdited(null);
  };
  return (
    <section className={classes.group} aria-labelledby={titleId}>
      <div className={classes.groupHead}>
        <h2 id={titleId} className={classes.groupTitle}>
          {title}
        </h2>
        {onRemove && (
          <button type="button" className={classes.bin} aria-label={t('audiences.form.removeGroup')} onClick={onRemove}>
            <IconX size={16} stroke={1.5} aria-hidden />
          </button>
        )}
      </div>
      {conditions.length === 0 && <p className={classes.soft}>{none}</p>}
      <ul className={classes.conditions}>
        {conditions.map((condition, at) => {
          const words = sentence(condition, terms, t, format, i18n.language);
          return (
            <li key={at} className={classes.condition}>
              <span className={classes.between}>{at > 0 && between}</span>
              <button type="button" className={classes.sentence} onClick={() => setEdited(condition)}>
                {words}
              </button>
              <button
                type="button"
                className={classes.bin}
                aria-label={t('table.removeFilter', { filter: words })}
                onClick={() => {
                  onChange(conditions.filter((_, index) => index !== at));
                  addButton.current?.focus();
                }}
              >
                <IconX size={14} stroke={1.5} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      <Button
        ref={addButton}
        variant="subtle"
        size="compact-md"
        className={classes.add ?? ''}
        leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
        {...(isMain ? { 'aria-keyshortcuts': 'Alt+F' } : {})}
        disabled={!mayAdd}
        onClick={add}
      >
        {t('filters.title')}
      </Button>
      <Dialog
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={t(known ? 'filters.changeTitle' : 'filters.title')}
        size={520}
      >
        <FilterForm terms={terms} condition={known} onDone={done} onLeave={() => setEdited(null)} />
      </Dialog>
    </section>
  );
}
