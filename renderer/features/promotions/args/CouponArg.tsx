import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../../lib/api.ts';
import { useGoodsNames } from '../goods-names.ts';
import type { ArgFieldProps } from './ArgField.tsx';
import classes from './args.module.css';

/** One kind of coupon, of those that there are. */
export function CouponArg({ label, draft, error, onChange }: ArgFieldProps<string>) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const names = useGoodsNames();
  const kinds = useQuery(trpc.coupons.kinds.queryOptions()).data;
  const known = (kinds ?? []).map(({ kindId, terms }) => ({ value: kindId as string, label: terms.name }));
  const isElsewhere = draft !== '' && known.every(({ value }) => value !== draft);
  const data = isElsewhere ? [...known, { value: draft, label: names.nameOf(draft) ?? '…' }] : known;
  return (
    <Select
      className={classes.choice ?? ''}
      label={label}
      data={data}
      value={draft === '' ? null : draft}
      error={error}
      placeholder={kinds?.length === 0 ? t('promotions.form.noCoupons') : undefined}
      onChange={(next) => {
        const kind = known.find(({ value }) => value === next);
        if (!kind) return;
        names.learn(kind.value, kind.label);
        onChange(kind.value);
      }}
    />
  );
}
