import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rateable } from '../../../../shared/contract/programme.contract.ts';
import type { Goods } from '../../../../shared/promotions/goods.ts';
import { GoodsFinder } from '../../../ui/products/GoodsFinder.tsx';
import { useGoodsNames } from '../goods-names.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';

type List = keyof Goods;

const without = (goods: Goods, list: List, id: string): Goods => ({
  ...goods,
  [list]: goods[list].filter((each) => each !== id),
});

const withOne = (goods: Goods, list: List, id: string): Goods =>
  (goods[list] as readonly string[]).includes(id) ? goods : { ...goods, [list]: [...goods[list], id] };

/** Which goods: categories and products that are found and added, products that are left out. None named: all. */
export function GoodsArg({ label, optional, draft, error, onChange }: ArgFieldProps<Goods>) {
  const { t } = useTranslation();
  const names = useGoodsNames();
  const finder = useRef<HTMLInputElement>(null);
  const exceptFinder = useRef<HTMLInputElement>(null);
  const [excepting, setExcepting] = useState(draft.exceptProductIds.length > 0);
  const isAll = draft.categoryIds.length + draft.productIds.length === 0;
  // What may be left empty means something else then, and nothing can be left out of it.
  const mayExcept = !(optional && isAll);

  const add = (list: 'named' | 'except') => (found: Rateable) => {
    names.learn(found.id, found.name);
    if (list === 'except') onChange(withOne(draft, 'exceptProductIds', found.id));
    else onChange(withOne(draft, found.kind === 'category' ? 'categoryIds' : 'productIds', found.id));
  };
  const chips = (list: List, words: (name: string) => string) =>
    draft[list].map((id) => {
      const name = names.nameOf(id) ?? '…';
      return (
        <li key={id}>
          <button
            type="button"
            className={classes.chip}
            data-except={list === 'exceptProductIds' || undefined}
            aria-label={t('promotions.form.removeGoods', { name })}
            onClick={() => {
              onChange(without(draft, list, id));
              (list === 'exceptProductIds' ? exceptFinder : finder).current?.focus();
            }}
          >
            {words(name)}
            <IconX size={14} stroke={1.5} aria-hidden />
          </button>
        </li>
      );
    });
  return (
    <fieldset className={classes.goods} data-wrong={error !== undefined || undefined}>
      <legend className={classes.label}>{label}</legend>
      <ul className={classes.chips}>
        {isAll && (
          <li className={classes.all}>{t(optional ? 'promotions.form.sameGoods' : 'promotions.form.allGoods')}</li>
        )}
        {chips('categoryIds', (name) => name)}
        {chips('productIds', (name) => name)}
        {chips('exceptProductIds', (name) => t('promotions.form.excepted', { name }))}
      </ul>
      <div className={classes.finders}>
        <GoodsFinder label={t('promotions.form.findGoods', { field: label })} input={finder} onFound={add('named')} />
        {excepting && mayExcept ? (
          <GoodsFinder
            label={t('promotions.form.exceptFind', { field: label })}
            input={exceptFinder}
            productsOnly
            onFound={add('except')}
          />
        ) : (
          mayExcept && (
            <button type="button" className={classes.link} onClick={() => setExcepting(true)}>
              {t('promotions.form.except')}
            </button>
          )
        )}
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
