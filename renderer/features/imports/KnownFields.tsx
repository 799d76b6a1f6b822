import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuplicatePolicy } from '../../../shared/imports/field.ts';
import { MEMBER_KEYS, type MemberKey } from '../../../shared/imports/member-keys.ts';
import { type Target, targetOf } from '../../../shared/imports/targets.ts';
import { importFieldName } from '../../../shared/words/import-faults.ts';
import { languageOf } from '../../lib/i18n.ts';
import classes from './ColumnsForm.module.css';
import { type ColumnsDraft, keysUsed } from './columns-draft.ts';

interface KnownFieldsProps {
  readonly target: Target;
  readonly draft: ColumnsDraft;
  readonly hasFault: boolean;
  readonly onChange: (part: Partial<ColumnsDraft>) => void;
}

/** What is done with rows that are on file already, by what they are known, and where points come from. */
export function KnownFields({ target, draft, hasFault, onChange }: KnownFieldsProps) {
  const { t, i18n } = useTranslation();
  const { policies } = targetOf(target);
  const keys = MEMBER_KEYS.filter((key) => draft.mapping[key] !== undefined);
  const asksForKeys = target === 'members' && draft.policy !== 'create' && keys.length > 0;
  const asksForSource = target === 'points' || (target === 'members' && draft.mapping.points !== undefined);
  return (
    <fieldset className={classes.section}>
      <legend className={classes.heading}>{t('imports.known.title')}</legend>
      <div className={classes.pair}>
        {policies.length > 1 ? (
          <Radio.Group
            label={t('imports.known.policy')}
            value={draft.policy}
            onChange={(policy) => onChange({ policy: policy as DuplicatePolicy })}
          >
            <div className={classes.choices}>
              {policies.map((policy) => (
                <Radio
                  key={policy}
                  value={policy}
                  label={t(`imports.policy.${policy}.name`)}
                  description={t(`imports.policy.${policy}.help`)}
                />
              ))}
            </div>
          </Radio.Group>
        ) : (
          <p className={classes.note}>{t(target === 'points' ? 'imports.known.points' : 'imports.known.purchases')}</p>
        )}
        <div className={classes.section}>
          {asksForKeys && (
            <Checkbox.Group
              label={t('imports.known.matchBy')}
              error={hasFault && t('imports.known.matchByNeeded')}
              value={keysUsed(draft)}
              onChange={(used) => onChange({ notBy: keys.filter((key: MemberKey) => !used.includes(key)) })}
            >
              <div className={classes.choices}>
                {keys.map((key) => (
                  <Checkbox key={key} value={key} label={importFieldName('members', key, languageOf(i18n.language))} />
                ))}
              </div>
            </Checkbox.Group>
          )}
          {asksForSource && (
            <TextInput
              label={t('imports.known.source')}
              description={t('imports.known.sourceHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={40}
              autoComplete="off"
              value={draft.source}
              onChange={(event) => onChange({ source: event.currentTarget.value })}
            />
          )}
        </div>
      </div>
    </fieldset>
  );
}
