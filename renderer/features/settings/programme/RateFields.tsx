import { IconPlus, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_RATES, type Rateable } from '../../../../shared/contract/programme.contract.ts';
import { useTRPC } from '../../../lib/api.ts';
import { Finder } from '../../../ui/finder/Finder.tsx';
import type { FormState } from '../../../ui/form/use-form.ts';
import groups from './ProgrammeForm.module.css';
import type { ProgrammeDraft } from './programme-draft.ts';
import classes from './RateFields.module.css';
import { isRate, type RateDraft } from './rate-draft.ts';

/** As many as the dialog shows below the field. */
const OPTIONS = 5;

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
      <RateFinder input={finder} full={rates.length >= MOST_RATES} onFound={add} />
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
                  <button
                    type="button"
                    className={classes.bin}
                    aria-label={t('programme.rates.remove', { name: rate.name })}
                    onClick={() => remove(at)}
                  >
                    <IconTrash size={16} stroke={1.5} aria-hidden />
                  </button>
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

interface RateFinderProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly full: boolean;
  readonly onFound: (found: Rateable) => void;
}

/** The field that a category or a product is found by. */
function RateFinder({ input, full, onFound }: RateFinderProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const q = text.trim();
  const found = useQuery({
    ...trpc.programme.findRateable.queryOptions({ q, limit: OPTIONS }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const all = q === '' || full ? [] : (found.data ?? []);
  const nobody = q !== '' && !found.isPlaceholderData && found.data?.length === 0;
  const take = (one: Rateable) => {
    setText('');
    onFound(one);
  };
  const enter = async (): Promise<'several' | 'settled'> => {
    const { data = [] } = await found.refetch();
    const [only] = data;
    if (!only || full) return 'settled';
    if (data.length > 1) return 'several';
    take(only);
    return 'settled';
  };
  return (
    <div className={classes.finder}>
      <Finder
        label={t('programme.rates.find')}
        placeholder={t('programme.rates.hint')}
        icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
        input={input}
        text={text}
        onText={setText}
        found={all}
        foundLabel={t('programme.rates.found')}
        idOf={({ id }) => id}
        renderOption={({ kind, name, code }) => (
          <span className={classes.option}>
            <span>{name}</span>
            <span className={classes.kind}>
              {[t(`programme.rates.kind.${kind}`), code].filter(Boolean).join(' · ')}
            </span>
          </span>
        )}
        note={
          (full && t('programme.rates.full', { most: MOST_RATES })) || (nobody && t('programme.rates.nothing', { q }))
        }
        onChoose={take}
        onEnter={enter}
      />
    </div>
  );
}
