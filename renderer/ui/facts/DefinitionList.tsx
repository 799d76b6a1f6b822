import type { ReactNode } from 'react';
import classes from './DefinitionList.module.css';

interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts about one thing, label and value, in two columns where there is room. */
export function DefinitionList({ facts, columns = 2 }: { readonly facts: readonly Fact[]; readonly columns?: 1 | 2 }) {
  return (
    <dl className={classes.list} data-columns={columns}>
      {facts.map(({ label, value }, at) => (
        // Two may be called the same: a store names its own.
        <div key={`${at} ${label}`} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
