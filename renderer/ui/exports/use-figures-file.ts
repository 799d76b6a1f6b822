import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ExportedFigures } from '../../../shared/contract/exports.contract.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { saveBlob } from '../chart/save-blob.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the few figures of a page over as a workbook of that file name. */
export function useFiguresFile(): (figures: ExportedFigures, fileName: string) => void {
  const errorWords = useErrorWords();
  const figures = useMutation(
    useTRPC().exports.figures.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: errorWords(error).text }),
    }),
  );
  return (shown, fileName) => {
    if (figures.isPending) return;
    figures.mutate(shown, {
      onSuccess: ({ base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
        saveBlob(new Blob([bytes], { type: WORKBOOK }), fileName);
      },
    });
  };
}
