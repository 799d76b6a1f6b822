import { createContext, useContext, useState } from 'react';

/** The names of the products and categories that a form speaks of, by their ids. */
export interface GoodsNames {
  readonly nameOf: (id: string) => string | null;
  /** What was just picked is known from then on. */
  readonly learn: (id: string, name: string) => void;
}

export const GoodsNamesContext = createContext<GoodsNames>({ nameOf: () => null, learn: () => {} });
export const useGoodsNames = (): GoodsNames => useContext(GoodsNamesContext);

type Named = readonly { readonly id: string; readonly name: string }[];

/** Names that came with the offer, and those of what was picked since. */
export function useLearnedNames(known: Named, kept: Named): GoodsNames & { readonly learned: Named } {
  const [learned, setLearned] = useState<Named>(kept);
  const all = new Map([...learned, ...known].map(({ id, name }) => [id, name]));
  return {
    learned,
    nameOf: (id) => all.get(id) ?? null,
    learn: (id, name) =>
      setLearned((before) => (before.some((each) => each.id === id) ? before : [...before, { id, name }])),
  };
}
