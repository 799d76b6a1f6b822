import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfferState } from '../../../shared/promotions/offer-state.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './OfferEditor.module.css';

interface StateDialogProps {
  readonly next: Exclude<OfferState, 'draft'>;
  readonly name: string;
  readonly confirm: string;
  readonly sentences: readonly string[];
  readonly uses: string;
  readonly given: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what happens at the tills before it does; an offer that goes live is read back once more. */
export function StateDialog({
  next,
  name,
  confirm,
  sentences,
  uses,
  given,
  busy,
  onConfirm,
  onClose,
}: StateDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t(`promotions.go.${next}Title`, { name })}>
      <Stack gap="lg">
        <Text>{t(`promotions.go.${next}Body`, { uses, given })}</Text>
        {next === 'live' && (
          <div className={classes.words}>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus={next === 'ended' || undefined}>
            {t('actions.cancel')}
          </Button>
          <Button
            {...(next === 'ended' ? { color: 'red' } : {})}
            loading={busy}
            onClick={onConfirm}
            data-autofocus={next !== 'ended' || undefined}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
