import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, makeFormat } from './format.ts';
import { StoreFactsContext } from './store-facts.ts';

/** Formatting in the window's language and the open store's currency and zone (before a store is open: this computer's). */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const store = useContext(StoreFactsContext);
  const locale = i18n.language;
  const currency = store?.currency ?? 'CNY';
  const zone = store?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => makeFormat({ locale, currency, zone }), [locale, currency, zone]);
}
