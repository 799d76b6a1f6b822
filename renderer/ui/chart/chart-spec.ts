/** A chart as data: what it shows, in which unit, over which categories. The table beside it is made of the same. */
export interface ChartSpec {
  readonly kind: 'line' | 'bar';
  /** What it shows, over what, by what: "Net sales by month, last 24 months". */
  readonly title: string;
  readonly categoryLabel: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** The unit at its axis: "¥", "points". */
  readonly unit: string;
  readonly values: readonly (number | null)[];
  /** How a value reads in the table and the tooltip. */
  readonly format: (value: number) => string;
  /** Shorter, for the axis: `format.compact` for money. As `format` when not given. */
  readonly tick?: (value: number) => string;
  /** Place in the palette; the series' own place when not given. */
  readonly colour?: number;
  /** Bars and lines may share a chart; the chart's kind when not given. */
  readonly kind?: 'line' | 'bar';
  /** A second axis on the right, for another unit. At most one unit may use it. */
  readonly axis?: 'left' | 'right';
}
