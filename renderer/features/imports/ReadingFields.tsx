import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportLook } from '../../../shared/contract/imports.contract.ts';
import { DELIMITERS, type Delimiter, ENCODINGS, type Encoding, type Reading } from '../../../shared/imports/reading.ts';
import { DATE_ORDERS, type DateOrder } from '../../../shared/imports/terms.ts';
import classes from './ColumnsForm.module.css';
import type { ColumnsDraft } from './columns-draft.ts';

interface ReadingFieldsProps {
  readonly look: ImportLook;
  readonly draft: ColumnsDraft;
  readonly asksForDateOrder: boolean;
  readonly hasFault: boolean;
  readonly onChange: (part: Partial<ColumnsDraft>) => void;
  readonly onReading: (reading: Reading) => void;
}

const DELIMITER_WORDS = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>;

/** How the file is read: found by itself, changed where that was wrong. */
export function ReadingFields(props: ReadingFieldsProps) {
  const { look, draft, asksForDateOrder, hasFault, onChange, onReading } = props;
  const { t } = useTranslation();
  const { reading } = look;
  return (
    <fieldset className={classes.section}>
      <legend className={classes.heading}>{t('imports.reading.title')}</legend>
      <div className={classes.row}>
        {reading.format === 'csv' ? (
          <>
            <Select
              label={t('imports.reading.encoding')}
              allowDeselect={false}
              value={reading.encoding}
              data={ENCODINGS.map((value) => ({ value, label: t(`imports.reading.encodings.${value}`) }))}
              onChange={(encoding) => encoding && onReading({ ...reading, encoding: encoding as Encoding })}
            />
            <Select
              label={t('imports.reading.delimiter')}
              allowDeselect={false}
              value={reading.delimiter}
              data={DELIMITERS.map((value) => ({
                value,
                label: t(`imports.reading.delimiters.${DELIMITER_WORDS[value]}`),
              }))}
              onChange={(delimiter) => delimiter && onReading({ ...reading, delimiter: delimiter as Delimiter })}
            />
          </>
        ) : (
          <Select
            label={t('imports.reading.sheet')}
            allowDeselect={false}
            value={reading.sheet}
            data={[...look.sheets]}
            onChange={(sheet) => sheet && onReading({ format: 'xlsx', sheet })}
          />
        )}
        <Select
          label={t('imports.reading.decimal')}
          allowDeselect={false}
          value={draft.decimalMark}
          data={[
            { value: '.', label: t('imports.reading.decimals.point') },
            { value: ',', label: t('imports.reading.decimals.comma') },
          ]}
          onChange={(mark) => onChange({ decimalMark: mark === ',' ? ',' : '.' })}
        />
        {asksForDateOrder && (
          <Select
            label={t('imports.reading.dateOrder')}
            error={hasFault && t('imports.reading.dateOrderNeeded')}
            value={draft.dateOrder}
            data={DATE_ORDERS.map((value) => ({ value, label: t(`imports.reading.dateOrders.${value}`) }))}
            onChange={(order) => onChange({ dateOrder: order as DateOrder | null })}
          />
        )}
      </div>
    </fieldset>
  );
}
