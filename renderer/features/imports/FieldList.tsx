import { useTranslation } from 'react-i18next';
import classes from './FieldList.module.css';
import type { FieldWords } from './import-words.ts';

/** What columns can hold: name, what it means, an example. */
export function FieldList({ fields }: { readonly fields: readonly FieldWords[] }) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('imports.new.field')}</th>
          <th scope="col">{t('imports.new.fieldHelp')}</th>
          <th scope="col">{t('imports.new.example')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, name, help, example, required }) => (
          <tr key={field}>
            <th scope="row">
              {name}
              {required && <span className={classes.needed}>{t('imports.new.needed')}</span>}
            </th>
            <td>{help}</td>
            <td className={classes.example}>{example}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
