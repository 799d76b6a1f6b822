import type { TFunction } from 'i18next';
import type { StockDocumentHead } from '../../../shared/contract/stock.contract.ts';

/** What kind of document it is. */
export const documentTitle = (
  { kind, reversesId }: Pick<StockDocumentHead, 'kind' | 'reversesId'>,
  t: TFunction,
): string => (reversesId === null ? t(`stock.document.kind.${kind}`) : t(`stock.document.reversalOf.${kind}`));

/** From whom, under which number, for which reason, and what else was said. */
export const aboutDocument = (
  { supplier, reference, reason, note }: Pick<StockDocumentHead, 'supplier' | 'reference' | 'reason' | 'note'>,
  t: TFunction,
): string => [supplier, reference, reason && t(`stock.reason.${reason}`), note].filter(Boolean).join(' · ');
