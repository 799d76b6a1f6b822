import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSeries, ChartSpec } from './chart-spec.ts';
import { SERIES_COLOURS } from './series-colours.ts';

export interface ChartLook {
  readonly scheme: 'light' | 'dark';
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly paper: string;
  readonly font: string;
  readonly animate: boolean;
}

const axisOf = (series: ChartSeries): 0 | 1 => (series.axis === 'right' ? 1 : 0);

/** The ECharts option of a spec: few lines, units at the axes, names at the lines' ends before a legend. */
export function chartOption(spec: ChartSpec, look: ChartLook): EChartsCoreOption {
  const palette = SERIES_COLOURS[look.scheme];
  const axes = spec.series.some((series) => axisOf(series) === 1) ? ([0, 1] as const) : ([0] as const);
  const text = { color: look.inkSoft, fontFamily: look.font, fontSize: 12 };
  return {
    animation: look.animate,
    animationDuration: 150,
    textStyle: { fontFamily: look.font },
    aria: { enabled: true, label: { description: spec.title } },
    grid: { left: 8, right: 8, top: 32, bottom: spec.series.length > 1 ? 32 : 8, containLabel: true },
    legend:
      spec.series.length > 1
        ? { bottom: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: text }
        : { show: false },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: look.paper,
      borderColor: look.line,
      textStyle: { ...text, color: look.ink },
      axisPointer: { type: 'line', lineStyle: { color: look.inkSoft } },
    },
    xAxis: {
      type: 'category',
      data: [...spec.categories],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: axes.map((axis) => {
      const series = spec.series.find((each) => axisOf(each) === axis);
      return {
        type: 'value',
        splitNumber: 4,
        name: series?.unit,
        nameTextStyle: { ...text, align: axis === 0 ? 'left' : 'right' },
        position: axis === 0 ? 'left' : 'right',
        splitLine: { show: axis === 0, lineStyle: { color: look.line } },
        axisLabel: { ...text, formatter: series?.tick ?? series?.format },
      };
    }),
    series: spec.series.map((series, index) => {
      const color = palette[(series.colour ?? index) % palette.length];
      return {
        type: series.kind ?? spec.kind,
        name: series.name,
        yAxisIndex: axisOf(series),
        data: [...series.values],
        itemStyle: { color, borderRadius: [2, 2, 0, 0] },
        lineStyle: { color, width: 2 },
        symbol: 'circle',
        symbolSize: 5,
        barMaxWidth: 28,
        tooltip: { valueFormatter: (value: unknown) => (typeof value === 'number' ? series.format(value) : '–') },
      };
    }),
  };
}
