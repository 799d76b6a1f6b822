import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../lib/api.ts';

/** Starts and stops the look through all members. The program shows its progress to every window. */
export function useScan() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const scan = useMutation(trpc.quality.scan.mutationOptions());
  const stop = useMutation(trpc.quality.cancel.mutationOptions());
  return {
    scan,
    start: () =>
      scan.mutate(
        {},
        {
          onSuccess: ({ finished }) => {
            if (!finished) notifications.show({ message: t('quality.cancelled') });
          },
        },
      ),
    cancel: () => stop.mutate({}),
  };
}
