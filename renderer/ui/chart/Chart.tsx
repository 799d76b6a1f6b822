import { ActionIcon, Tooltip, useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../states/LoadingState.tsx';
import classes from './Chart.module.css';
import { ChartTable } from './ChartTable.tsx';
import type { ChartLook } from './chart-option.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { PlotHandle } from './Plot.tsx';
import { saveBlob } from './save-blob.ts';

const Plot = lazy(() => import('./Plot.tsx'));

/** Reads the theme's colours where they are defined: in the style sheet. */
function readLook(scheme: 'light' | 'dark', animate: boolean): ChartLook {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    scheme,
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    line: token('--line'),
    paper: token('--paper'),
    font: token('--mantine-font-family'),
    animate,
  };
}

/** A chart under the title that says what it shows, with its figures as a table and as a picture. Keep `spec` stable. */
export function Chart({ spec }: { readonly spec: ChartSpec }) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();
  const [asTable, setAsTable] = useState(false);
  const plot = useRef<PlotHandle>(null);
  const look = useMemo(() => readLook(scheme, !still), [scheme, still]);
  const toggleLabel = asTable ? t('chart.asChart') : t('chart.asTable');
  const save = async () => {
    if (plot.current) saveBlob(await plot.current.png(), `${spec.title}.png`);
  };
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.caption}>
        <span className={classes.title}>{spec.title}</span>
        <Tooltip label={toggleLabel}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={toggleLabel}
            onClick={() => setAsTable((shown) => !shown)}
          >
            {asTable ? <IconChartBar size={18} stroke={1.5} /> : <IconTable size={18} stroke={1.5} />}
          </ActionIcon>
        </Tooltip>
        {!asTable && (
          <Tooltip label={t('chart.savePng')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('chart.savePng')} onClick={() => void save()}>
              <IconDownload size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
      </figcaption>
      {asTable ? (
        <ChartTable spec={spec} />
      ) : (
        <Suspense fallback={<LoadingState lines={6} />}>
          <Plot ref={plot} spec={spec} look={look} />
        </Suspense>
      )}
    </figure>
  );
}
