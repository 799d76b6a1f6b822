import { Button, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { makesPdf, savePdf } from './save-pdf.ts';

interface SavePdfButtonProps {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly height?: number;
}

/** Saves the sheet that is set out to be printed as a PDF. */
export function SavePdfButton({ name, height = 44 }: SavePdfButtonProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const helpId = useId();
  const [saving, setSaving] = useState(false);
  const save = async () => {
    if (saving) return;
    setSaving(true);
    try {
      await savePdf(name);
    } catch (error) {
      notifications.show({ color: 'red', message: errorWords(error).text });
    } finally {
      setSaving(false);
    }
  };
  useShortcuts(t('receipts.print'), [{ keys: 'Ctrl+S', label: t('receipts.pdf'), run: () => void save() }]);
  const help = makesPdf() ? t('receipts.pdfHelp', { name }) : t('receipts.pdfByBrowser');
  return (
    <>
      <Tooltip label={help} events={{ hover: true, focus: true, touch: false }}>
        <Button
          variant="default"
          h={height}
          flex="none"
          loading={saving}
          leftSection={<IconFileTypePdf size={18} stroke={1.5} aria-hidden />}
          aria-keyshortcuts="Control+S"
          aria-describedby={helpId}
          onClick={() => void save()}
        >
          {t('receipts.pdf')}
        </Button>
      </Tooltip>
      <span id={helpId} hidden>
        {help}
      </span>
    </>
  );
}
