import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_RATES, type Rateable } from '../../../../shared/contract/programme.contract.ts';
import { BinButton } from '../../../ui/BinButton.tsx';
import type { FormState } from '../../../ui/form/use-form.ts';
import { GoodsFinder } from '../../../ui/products/GoodsFinder.tsx';
import groups from './ProgrammeForm.module.css';
import type { ProgrammeDraft } from './programme-draft.ts';
import classes from './RateFields.module.css';
import { isRate, type RateDraft } from './rate-draft.ts';

/** Rates of single categories and products: found by name and added, changed where they stand, taken away. */
export function RateFields({ form }: { readonly form: FormState<ProgrammeDraft> }) {
  const { t } = useTranslation();
  const finder = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableSectionElement>(null);
  const [added, setAdded] = useState<{ readonly id: string } | null>(null);
  const { rates } = form.values;
  const { error } = form.field('rates');
  const put = (next: readonly RateDraft[]) => form.set({ rates: next });

  // What was just added is given its rate next.
  useEffect(() => {
    if (!added) return;
    const field = table.current?.querySelector<HTMLInputElement>(`[data-rate="${added.id}"]`);
    field?.focus();
    field?.select();
  }, [added]);

  const add = ({ kind, id, name, code }: Rateable) => {
    if (!rates.some((rate) => rate.id === id)) put([...rates, { kind, id, name, code, percent: '100' }]);
    setAdded({ id });
  };
  const remove = (at: number) => {
    put(rates.filter((_, index) => index !== at));
    finder.current?.focus();
  };
  return (
    <fieldset className={groups.group}>
      <legend className={groups.legend}>{t('programme.rates.title')}</legend>
      <GoodsFinder
        label={t('programme.rates.find')}
        input={finder}
        full={rates.length >= MOST_RATES ? t('programme.rates.full', { most: MOST_RATES }) : null}
        onFound={add}
      />
      {rates.length > 0 && (
        <table className={classes.table} aria-label={t('programme.rates.title')}>
          <tbody ref={table}>
            {rates.map((rate, at) => (
              <tr key={rate.id}>
                <th scope="row">
                  {rate.name}
                  <span className={classes.kind}>{t(`programme.rates.kind.${rate.kind}`)}</span>
                </th>
                <td className={classes.rate}>
                  <input
                    className={classes.input}
                    data-rate={rate.id}
                    aria-label={t('programme.rates.of', { name: rate.name })}
                    aria-invalid={!isRate(rate.percent)}
                    aria-describedby="rates-help"
                    inputMode="numeric"
                    autoComplete="off"
                    maxLength={4}
                    value={rate.percent}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => put(rates.with(at, { ...rate, percent: event.currentTarget.value }))}
                  />{' '}
                  %
                </td>
                <td className={classes.said}>{isRate(rate.percent) && rateWords(rate, t)}</td>
                <td className={classes.remove}>
                  <BinButton label={t('programme.rates.remove', { name: rate.name })} onClick={() => remove(at)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p id="rates-help" className={classes.help} data-wrong={error !== undefined || undefined}>
        {error ?? t(rates.length > 0 ? 'programme.rates.help' : 'programme.rates.none')}
      </p>
    </fieldset>
  );
}

/** What a rate means, where it is one of the two that have a name. */
const rateWords = ({ percent }: RateDraft, t: TFunction): string => {
  const whole = Number(percent);
  if (whole === 0) return t('programme.rates.excluded');
  return whole === 100 ? t('programme.rates.asUsual') : '';
};
