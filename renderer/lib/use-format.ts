import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, type FormatTerms, makeFormat } from './format.ts';
import { StoreFactsContext } from './store-facts.ts';

/** Formatting in the window's language and the open store's currency and zone (before a store is open: this computer's). */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const store = useContext(StoreFactsContext);
  return formatOf({
    locale: i18n.language,
    currency: store?.currency ?? 'CNY',
    zone: store?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}

/**
 * The language's rules are looked up once, not by every cell of a list: that took more of a scrolled frame than all
 * else that the program does in it.
 */
const formats = new Map<string, Format>();

function formatOf(terms: FormatTerms): Format {
  const key = `${terms.locale} ${terms.currency} ${terms.zone}`;
  const format = formats.get(key) ?? makeFormat(terms);
  formats.set(key, format);
  return format;
}
