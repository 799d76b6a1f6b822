import { IconBarcode } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/products.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { Finder } from '../finder/Finder.tsx';
import classes from './ProductFinder.module.css';

interface ProductFinderProps {
  readonly input: RefObject<HTMLInputElement | null>;
  /** `scanned`: the hands are at the scanner, not at the keyboard. */
  readonly onProduct: (product: ProductRow, how: 'typed' | 'scanned') => void;
}

/** The field that goods come in by, away from the till: scanned, or found by code, name, pinyin. Also what is no longer sold. */
export function ProductFinder({ input, onProduct }: ProductFinderProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormat();
  const errorWords = useErrorWords();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const q = text.trim();
  const found = useQuery({
    ...trpc.products.find.queryOptions({ q, limit: 8 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const products = q === '' ? [] : (found.data ?? []);

  const take = (product: ProductRow, how: 'typed' | 'scanned') => {
    setText('');
    setProblem(null);
    onProduct(product, how);
  };
  const lookUp = async (code: string, how: 'typed' | 'scanned'): Promise<'several' | 'settled'> => {
    try {
      const exact = await queries.fetchQuery(trpc.products.byCode.queryOptions({ code }));
      const all = exact ? [exact] : await queries.fetchQuery(trpc.products.find.queryOptions({ q: code, limit: 8 }));
      const [only] = all;
      if (only && all.length === 1) take(only, how);
      if (!only) setProblem(t('purchases.product.unknown', { code }));
      return all.length > 1 ? 'several' : 'settled';
    } catch (error) {
      setProblem(errorWords(error).text);
      return 'settled';
    }
  };
  useScanner((code) => void lookUp(code, 'scanned'));

  return (
    <div className={classes.finder}>
      <Finder
        label={t('purchases.product.find')}
        placeholder={t('purchases.product.hint')}
        icon={<IconBarcode size={20} stroke={1.5} aria-hidden />}
        input={input}
        text={text}
        onText={(next) => {
          setProblem(null);
          setText(next);
        }}
        found={products}
        foundLabel={t('purchases.product.results')}
        idOf={(product) => product.productId}
        renderOption={(product) => (
          <span className={classes.option}>
            <span className={classes.name}>{product.name}</span>
            <span className={classes.soft}>{product.barcode ?? product.sku}</span>
            <span className={classes.price}>{format.money(product.priceMinor)}</span>
          </span>
        )}
        hint={t('purchases.product.choose', { count: products.length })}
        note={problem && <p className={classes.problem}>{problem}</p>}
        onChoose={(product) => take(product, 'typed')}
        onEnter={(typed) => lookUp(typed.trim(), 'typed')}
      />
    </div>
  );
}
