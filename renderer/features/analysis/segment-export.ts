import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { saveBlob } from '../../ui/chart/save-blob.ts';
import type { ShownReport } from './shown-report.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the segments over as a workbook. */
export function useSegmentExport(report: ShownReport | null, asOf: string): () => void {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const figures = useMutation(
    useTRPC().exports.figures.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  return () => {
    if (!report || figures.isPending) return;
    figures.mutate(
      {
        sheet: t('value.title'),
        columns: [
          { heading: t('value.segments.name'), kind: 'text' },
          { heading: t('value.segments.members'), kind: 'whole' },
          { heading: t('value.segments.share'), kind: 'percent' },
          { heading: t('value.segments.sales'), kind: 'money' },
          { heading: t('value.segments.do'), kind: 'text' },
        ],
        rows: report.segments.map(({ segment, members, netMinor }) => [
          t(`value.segment.${segment}`),
          members,
          Math.round((10_000 * members) / report.buyers),
          netMinor,
          t(`value.advice.${segment}`),
        ]),
      },
      {
        onSuccess: ({ base64 }) => {
          const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
          saveBlob(new Blob([bytes], { type: WORKBOOK }), t('value.exportName', { date: asOf }));
        },
      },
    );
  };
}
