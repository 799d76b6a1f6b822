import type { TFunction } from 'i18next';
import type { ExportedFigures } from '../../../shared/contract/exports.contract.ts';
import type { ShownReport } from './shown-report.ts';

/** The segments, as a workbook has them. */
export const segmentFigures = ({ segments, buyers }: ShownReport, t: TFunction): ExportedFigures => ({
  sheet: t('value.title'),
  columns: [
    { heading: t('value.segments.name'), kind: 'text' },
    { heading: t('value.segments.members'), kind: 'whole' },
    { heading: t('value.segments.share'), kind: 'percent' },
    { heading: t('value.segments.sales'), kind: 'money' },
    { heading: t('value.segments.do'), kind: 'text' },
  ],
  rows: segments.map(({ segment, members, netMinor }) => [
    t(`value.segment.${segment}`),
    members,
    Math.round((10_000 * members) / buyers),
    netMinor,
    t(`value.advice.${segment}`),
  ]),
});
