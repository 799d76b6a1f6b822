import { useTranslation } from 'react-i18next';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useTierName } from '../../lib/tier-names.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { Saying } from './arg-words.ts';

/** How offers are said in the window's language, this store's money and the chain's names of its tiers. */
export function useSaying(nameOf: Saying['nameOf']): Saying {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const tierName = useTierName();
  const { storeName } = useStoreFacts();
  return { t, format, language: i18n.language, tierName, nameOf, storeName };
}
