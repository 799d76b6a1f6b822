import classes from './Chart.module.css';
import type { ChartSpec } from './chart-spec.ts';

/** A chart's figures as a table. */
export function ChartTable({ spec }: { readonly spec: ChartSpec }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get there.
    <section className={classes.scroller} aria-label={spec.title} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{spec.categoryLabel}</th>
            {spec.series.map(({ name, unit }) => (
              <th key={name} scope="col">
                {name} ({unit})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spec.categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {spec.series.map(({ name, values, format }) => {
                const value = values[index];
                return <td key={name}>{value === null || value === undefined ? '–' : format(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
