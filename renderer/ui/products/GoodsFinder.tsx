import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rateable } from '../../../shared/contract/programme.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { Finder } from '../finder/Finder.tsx';
import classes from './GoodsFinder.module.css';

/** As many as a dialog shows below the field. */
const OPTIONS = 5;

interface GoodsFinderProps {
  readonly label: string;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Products alone, no categories. */
  readonly productsOnly?: boolean;
  /** Why no more can be added; null while they can. */
  readonly full?: string | null;
  readonly onFound: (found: Rateable) => void;
}

/** The field that a category or a product is found by. */
export function GoodsFinder({ label, input, productsOnly = false, full = null, onFound }: GoodsFinderProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const q = text.trim();
  const found = useQuery({
    ...trpc.programme.findRateable.queryOptions({ q, limit: productsOnly ? 4 * OPTIONS : OPTIONS }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const fitting = (all: readonly Rateable[] = []) =>
    full === null ? all.filter(({ kind }) => !productsOnly || kind === 'product').slice(0, OPTIONS) : [];
  const all = q === '' ? [] : fitting(found.data);
  const nothing = q !== '' && !found.isPlaceholderData && found.data !== undefined && all.length === 0;
  const take = (one: Rateable) => {
    setText('');
    onFound(one);
  };
  const enter = async (): Promise<'several' | 'settled'> => {
    const { data } = await found.refetch();
    const [only, ...others] = fitting(data);
    if (!only) return 'settled';
    if (others.length > 0) return 'several';
    take(only);
    return 'settled';
  };
  return (
    <div className={classes.finder}>
      <Finder
        label={label}
        placeholder={t('programme.rates.hint')}
        icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
        input={input}
        text={text}
        onText={setText}
        found={all}
        looking={found.isPlaceholderData}
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
        note={full ?? (nothing && t('programme.rates.nothing', { q }))}
        onChoose={take}
        onEnter={enter}
      />
    </div>
  );
}
