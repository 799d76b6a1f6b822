import { useQueryClient } from '@tanstack/react-query';
import { receiptNumber } from '../../../shared/purchases/receipt-number.ts';
import { refusalOf, useTRPC } from '../../lib/api.ts';
import { useStoreFacts } from '../../lib/store-facts.ts';

/** Finds a receipt by what was typed: its whole number or, for this till's own, the digits at its end. */
export function useReceiptNumber(): (typed: string) => Promise<string> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { storeCode, tillCode } = useStoreFacts();
  const known = async (number: string) => {
    await queries.fetchQuery({ ...trpc.purchases.byReceipt.queryOptions({ receiptNumber: number }), retry: false });
    return number;
  };
  return async (typed) => {
    const number = typed.normalize('NFKC');
    try {
      return await known(number);
    } catch (error) {
      if (refusalOf(error)?.reason !== 'receipt-unknown') throw error;
      return known(
        /^\d{1,6}$/.test(number) ? receiptNumber(storeCode, tillCode, Number(number)) : number.toUpperCase(),
      );
    }
  };
}
