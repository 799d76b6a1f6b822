import { useTranslation } from 'react-i18next';
import type { ImportLook } from '../../../shared/contract/imports.contract.ts';
import type { Mapping } from '../../../shared/imports/field.ts';
import { type Target, targetOf } from '../../../shared/imports/targets.ts';
import { importFieldName } from '../../../shared/words/import-faults.ts';
import { useCustomFields } from '../../lib/custom-fields.ts';
import { languageOf } from '../../lib/i18n.ts';
import classes from './ColumnsForm.module.css';

interface PreviewTableProps {
  readonly target: Target;
  readonly look: ImportLook;
  readonly mapping: Mapping;
}

/** The first rows as they are read, under each header what it is taken for. */
export function PreviewTable({ target, look, mapping }: PreviewTableProps) {
  const { t, i18n } = useTranslation();
  const own = useCustomFields();
  const { fields } = targetOf(target, own);
  const meanings = new Map(
    Object.entries(mapping).flatMap(([field, column]) =>
      field in fields
        ? [[column, fields[field]?.name ?? importFieldName(target, field, languageOf(i18n.language))] as const]
        : [],
    ),
  );
  return (
    <div className={classes.section}>
      <h2 className={classes.heading}>{t('imports.preview.title')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <section className={classes.scroll} aria-label={t('imports.preview.title')} tabIndex={0}>
        <table className={classes.preview}>
          <thead>
            <tr>
              <th scope="col">{t('imports.preview.row')}</th>
              {look.headers.map((header, column) => (
                <th key={column} scope="col">
                  {header || t('imports.columns.column', { number: column + 1 })}
                  <span className={meanings.has(column) ? classes.meaning : `${classes.meaning} ${classes.unread}`}>
                    {meanings.get(column) ?? t('imports.preview.unread')}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {cells.map((cell, column) => (
                  <td key={column} data-unread={!meanings.has(column) || undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
