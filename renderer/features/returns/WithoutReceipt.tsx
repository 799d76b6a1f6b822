import { useState } from 'react';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { GoodsForm } from './GoodsForm.tsx';
import { ReturnDone } from './ReturnDone.tsx';

interface Done {
  readonly receipt: Receipt;
  readonly known: boolean;
}

/** Goods taken back at agreed prices, each return followed by its receipt. */
export function WithoutReceipt({ onTill }: { readonly onTill: () => void }) {
  const [done, setDone] = useState<Done | null>(null);
  if (done) return <ReturnDone {...done} onNext={() => setDone(null)} onTill={onTill} />;
  return <GoodsForm onDone={(receipt, known) => setDone({ receipt, known })} />;
}
