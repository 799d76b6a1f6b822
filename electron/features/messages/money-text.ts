import type { MessageLanguage } from '../../../shared/messages/message.ts';
import { decimalPlaces } from '../../../shared/stores/decimal-places.ts';

/** An amount in minor units as a member reads it: `¥12.80`. */
export const moneyText = (minor: number, currency: string, language: MessageLanguage): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    minor / 10 ** decimalPlaces(currency),
  );
