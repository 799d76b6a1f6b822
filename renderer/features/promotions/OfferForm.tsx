import { Autocomplete, Button, Menu, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionKind } from '../../../shared/promotions/actions.ts';
import type { ConditionKind } from '../../../shared/promotions/conditions.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { BinButton } from '../../ui/BinButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import type { ArgPlace } from './arg-kinds.ts';
import { definitionOf, OFFERED_ACTIONS, offeredConditions } from './definition.ts';
import classes from './OfferForm.module.css';
import type { Bound, OfferDraft } from './offer-draft.ts';
import { PartFields } from './PartFields.tsx';
import { blankPart, exchangedPart } from './part-draft.ts';

interface OfferFormProps {
  readonly draft: OfferDraft;
  readonly place: ArgPlace;
  readonly groups: readonly string[];
  /** What is wrong at a place of the form, in words. */
  readonly errorOf: (at: string) => string | undefined;
  readonly onChange: (changes: Partial<OfferDraft>) => void;
}

/** What an offer gives and when, as its definitions ask for it, and the bounds that every offer may set. */
export function OfferForm({ draft, place, groups, errorOf, onChange }: OfferFormProps) {
  const { t } = useTranslation();
  const { currency } = useStoreFacts();
  const actionKind = draft.action.kind as ActionKind;
  const changeAction = (kind: ActionKind) =>
    onChange({
      action: exchangedPart(draft.action, definitionOf.action(actionKind), kind, definitionOf.action(kind), place),
    });
  const actions = OFFERED_ACTIONS.includes(actionKind) ? OFFERED_ACTIONS : [actionKind, ...OFFERED_ACTIONS];
  const bound = (name: Bound, isMoney: boolean) => (
    <TextInput
      label={t(`promotions.form.${name}`)}
      inputMode={isMoney ? 'decimal' : 'numeric'}
      autoComplete="off"
      maxLength={14}
      rightSection={isMoney && <span className={classes.unit}>{currency}</span>}
      rightSectionWidth={isMoney ? 44 : 0}
      rightSectionPointerEvents="none"
      value={draft[name]}
      error={errorOf(name)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <TextInput
        label={t('promotions.form.name')}
        description={t('promotions.form.nameHelp')}
        maxLength={60}
        autoComplete="off"
        data-first
        value={draft.name}
        error={errorOf('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <section className={classes.section} aria-labelledby="offer-gives">
        <h2 id="offer-gives" className={classes.heading}>
          {t('promotions.form.gives')}
        </h2>
        <Select
          className={classes.action ?? ''}
          label={t('promotions.form.action')}
          data={actions.map((kind) => ({ value: kind, label: t(`promotions.offerActions.${kind}`) }))}
          maxDropdownHeight={360}
          value={actionKind}
          onChange={(kind) => kind && changeAction(kind as ActionKind)}
        />
        <PartFields
          draft={draft.action}
          definition={definitionOf.action(actionKind)}
          errorOf={(name) => errorOf(`action.${name}`)}
          onChange={(action) => onChange({ action })}
        />
      </section>
      <Conditions draft={draft} place={place} errorOf={errorOf} onChange={onChange} />
      <section className={classes.section} aria-labelledby="offer-bounds">
        <h2 id="offer-bounds" className={classes.heading}>
          {t('promotions.form.bounds')}
          <span className={classes.headingHelp}>{t('promotions.form.boundsHelp')}</span>
        </h2>
        <div className={classes.fields}>
          {bound('budgetMinor', true)}
          {bound('basketMinor', true)}
          {bound('lineMinor', true)}
          {bound('perMember', false)}
          {bound('total', false)}
        </div>
      </section>
      <section className={classes.section} aria-labelledby="offer-together">
        <h2 id="offer-together" className={classes.heading}>
          {t('promotions.form.together')}
        </h2>
        <div className={classes.fields}>
          <Autocomplete
            className={classes.double ?? ''}
            label={t('promotions.form.group')}
            description={t('promotions.form.groupHelp')}
            placeholder={t('promotions.form.optional')}
            data={[...groups]}
            maxLength={40}
            comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
            value={draft.group}
            error={errorOf('group')}
            onChange={(group) => onChange({ group })}
          />
          <TextInput
            className={classes.double ?? ''}
            label={t('promotions.form.priority')}
            description={t('promotions.form.priorityHelp')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={draft.priority}
            error={errorOf('priority')}
            onChange={(event) => onChange({ priority: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={t('promotions.form.note')}
          placeholder={t('promotions.form.optional')}
          maxLength={300}
          autosize
          minRows={1}
          value={draft.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      </section>
    </>
  );
}

type ConditionsProps = Pick<OfferFormProps, 'draft' | 'place' | 'errorOf' | 'onChange'>;

/** The conditions, which must all hold: added from a menu by name, and taken away one by one. */
function Conditions({ draft: { conditions }, place, errorOf, onChange }: ConditionsProps) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  /** The condition that was just added: its first field has the focus next. */
  const [added, setAdded] = useState<{ readonly at: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const offered = offeredConditions(conditions.map(({ kind }) => kind));
  const full = conditions.length >= 12;

  useEffect(() => {
    if (!added) return;
    const first = list.current?.children[added.at]?.querySelector<HTMLElement>('input, textarea');
    (first ?? addButton.current)?.focus();
  }, [added]);

  /** The button is brought into sight first: a menu is not shown beside what is not. */
  const choose = () => {
    addButton.current?.focus();
    setChoosing(true);
  };
  useShortcuts(t('promotions.form.label'), [
    { keys: 'F6', label: t('promotions.form.addCondition'), run: choose, when: !full },
  ]);
  const add = (kind: ConditionKind) => {
    setChoosing(false);
    onChange({ conditions: [...conditions, blankPart(kind, definitionOf.condition(kind), place)] });
    setAdded({ at: conditions.length });
  };
  const remove = (at: number) => {
    onChange({ conditions: conditions.filter((_, index) => index !== at) });
    addButton.current?.focus();
  };
  return (
    <section className={classes.section} aria-labelledby="offer-when">
      <h2 id="offer-when" className={classes.heading}>
        {t('promotions.form.when')}
        {conditions.length === 0 && <span className={classes.headingHelp}>{t('promotions.form.whenNone')}</span>}
      </h2>
      {conditions.length > 0 && (
        <ol ref={list} className={classes.conditions}>
          {conditions.map((condition, at) => {
            const kind = condition.kind as ConditionKind;
            const name = t(`promotions.offerConditions.${kind}`);
            return (
              <li key={`${at} ${kind}`} className={classes.condition}>
                <fieldset
                  className={classes.group}
                  aria-label={t('promotions.form.condition', { number: at + 1, name })}
                >
                  <div className={classes.conditionHead}>
                    <h3 className={classes.conditionName}>{name}</h3>
                    <BinButton label={t('promotions.form.removeCondition', { name })} onClick={() => remove(at)} />
                  </div>
                  <PartFields
                    draft={condition}
                    definition={definitionOf.condition(kind)}
                    errorOf={(field) => errorOf(`conditions.${at}.${field}`)}
                    onChange={(next) => onChange({ conditions: conditions.with(at, next) })}
                  />
                </fieldset>
              </li>
            );
          })}
        </ol>
      )}
      {errorOf('conditions') && (
        <p className={classes.error} role="alert">
          {errorOf('conditions')}
        </p>
      )}
      {!full && (
        <Menu
          opened={choosing}
          onChange={(open) => {
            setChoosing(open);
            if (!open) addButton.current?.focus();
          }}
          position="bottom-start"
          width={280}
        >
          <Menu.Target>
            <Button
              ref={addButton}
              className={classes.add ?? ''}
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
              aria-keyshortcuts="F6"
            >
              {t('promotions.form.addCondition')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map((kind) => (
              <Menu.Item key={kind} onClick={() => add(kind)}>
                {t(`promotions.offerConditions.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </section>
  );
}
