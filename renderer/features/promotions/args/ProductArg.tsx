import { useRef } from 'react';
import { GoodsFinder } from '../../../ui/products/GoodsFinder.tsx';
import { useGoodsNames } from '../goods-names.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';

/** One product, found; another one takes its place. */
export function ProductArg({ label, draft, error, onChange }: ArgFieldProps<string>) {
  const names = useGoodsNames();
  const finder = useRef<HTMLInputElement>(null);
  return (
    <fieldset className={classes.goods} data-wrong={error !== undefined || undefined}>
      <legend className={classes.label}>{label}</legend>
      {draft !== '' && <p className={classes.fixed}>{names.nameOf(draft) ?? '…'}</p>}
      <GoodsFinder
        label={label}
        input={finder}
        productsOnly
        onFound={({ id, name }) => {
          names.learn(id, name);
          onChange(id);
        }}
      />
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
