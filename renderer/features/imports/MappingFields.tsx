import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportLook } from '../../../shared/contract/imports.contract.ts';
import type { Target } from '../../../shared/imports/targets.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import classes from './ColumnsForm.module.css';
import { type ColumnsDraft, type DraftFault, withColumn } from './columns-draft.ts';
import { fieldsInWords } from './import-words.ts';

interface MappingFieldsProps {
  readonly target: Target;
  readonly look: ImportLook;
  readonly draft: ColumnsDraft;
  readonly faults: ReadonlyMap<string, DraftFault>;
  readonly onChange: (part: Partial<ColumnsDraft>) => void;
}

/** For each field the column that it is read from, with a value of it. */
export function MappingFields({ target, look, draft, faults, onChange }: MappingFieldsProps) {
  const { t, i18n } = useTranslation();
  const own = useCustomFields();
  const columns = look.headers.map((header, column) => ({
    value: String(column),
    label: header || t('imports.columns.column', { number: column + 1 }),
  }));
  const valueIn = (column: number | undefined) =>
    column === undefined ? undefined : look.rows.find(({ cells }) => cells[column]?.trim())?.cells[column];
  return (
    <fieldset className={classes.section}>
      <legend className={classes.heading}>{t('imports.columns.title')}</legend>
      <div className={classes.grid}>
        {fieldsInWords(target, i18n.language, own).map(({ field, name, help, required }) => {
          const column = draft.mapping[field];
          const value = valueIn(column);
          return (
            <Select
              key={field}
              label={name}
              description={value === undefined ? help : t('imports.columns.example', { value })}
              error={faults.get(field) === 'needed' && t('imports.columns.needed')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              placeholder={t('imports.columns.none')}
              withAsterisk={required}
              data={columns}
              value={column === undefined ? null : String(column)}
              clearable
              clearButtonProps={{ 'aria-label': t('imports.columns.clear'), tabIndex: -1 }}
              onChange={(chosen) =>
                onChange({ mapping: withColumn(draft.mapping, field, chosen === null ? null : Number(chosen)) })
              }
            />
          );
        })}
      </div>
      {faults.get('') === 'nothing' && (
        <p role="alert" className={classes.error}>
          {t('imports.columns.nothing')}
        </p>
      )}
    </fieldset>
  );
}
