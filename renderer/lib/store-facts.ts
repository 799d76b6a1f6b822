import { createContext, useContext } from 'react';
import type { StoreFacts } from '../../shared/contract/app.contract.ts';

/** The open store's facts, handed down by the app from its one status query; null before a store is open. */
export const StoreFactsContext = createContext<StoreFacts | null>(null);

/** The open store's facts. Every screen inside the frame has them; throws anywhere else. */
export function useStoreFacts(): StoreFacts {
  const facts = useContext(StoreFactsContext);
  if (!facts) throw new Error('No store is open here.');
  return facts;
}
