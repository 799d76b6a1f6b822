import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { type ChartLook, chartOption } from './chart-option.ts';
import type { ChartSpec } from './chart-spec.ts';
import { svgToPng } from './svg-to-png.ts';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface PlotHandle {
  readonly png: () => Promise<Blob>;
}

interface PlotProps {
  readonly ref: Ref<PlotHandle>;
  readonly spec: ChartSpec;
  readonly look: ChartLook;
}

/** The drawing itself; loaded when the first chart is shown, since ECharts is large. */
export default function Plot({ ref, spec, look }: PlotProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);

  useEffect(() => {
    if (!element.current) return;
    const drawn = init(element.current, null, { renderer: 'svg' });
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(chartOption(spec, look), { notMerge: true });
  }, [spec, look]);

  useImperativeHandle(ref, () => ({
    png: async () => {
      const svg = element.current?.querySelector('svg');
      if (!svg) throw new Error('The chart is not drawn yet.');
      return svgToPng(svg, look.paper);
    },
  }));

  return <div ref={element} style={{ height: 280 }} role="img" aria-label={spec.title} />;
}
