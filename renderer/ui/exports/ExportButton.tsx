import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import type { ShownList } from '../table/shown-list.ts';
import { type BeginExport, ExportDialog } from './ExportDialog.tsx';

interface ExportButtonProps {
  readonly shown: ShownList;
  readonly begin: BeginExport;
}

/** Takes the list as a file, as it is shown. */
export function ExportButton({ shown, begin }: ExportButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  const close = () => setIsOpen(false);
  const isEmpty = shown.total === 0;
  useShortcuts(shown.label, [{ keys: 'Alt+E', label: t('exports.action'), run: open, when: !isEmpty }]);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileExport size={16} stroke={1.5} aria-hidden />}
        aria-keyshortcuts="Alt+E"
        disabled={isEmpty}
        onClick={open}
      >
        {t('exports.action')}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t('exports.title', { list: shown.label })} escCloses={false}>
        <ExportDialog shown={shown} begin={begin} onClose={close} />
      </Dialog>
    </>
  );
}
