import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { BulkStatus } from '../../../shared/lists/bulk.ts';
import { useTRPCClient } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { offerUndo } from '../undo.tsx';
import { followBulk } from './follow-bulk.ts';
import { skippedWords } from './skipped-words.ts';

/** Says what an act on many came to, and offers to undo it where it can be; the page that began it may be gone. */
export function useBulkNotice(): (status: BulkStatus) => void {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const errorWords = useErrorWords();
  const undo = async ({ runId }: BulkStatus) => {
    try {
      say(await followBulk(client, await client.bulk.undo.mutate({ runId }), () => {}));
    } catch (error) {
      notifications.show({ color: 'red', message: errorWords(error).text });
    }
  };
  const say = (status: BulkStatus) => {
    const { state, isUndo, changed, skipped } = status;
    const done = t(isUndo ? 'bulk.undone' : `bulk.ended.${state === 'running' ? 'done' : state}`, { count: changed });
    const left = skippedWords(skipped, t);
    const text = left === null ? done : t('bulk.doneAndLeft', { done, left });
    if (status.canUndo) offerUndo({ text, label: t('actions.undo'), onUndo: () => void undo(status) });
    else notifications.show({ ...(state === 'interrupted' ? { color: 'red' } : {}), message: text });
  };
  return say;
}
