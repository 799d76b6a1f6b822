import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recall, remember } from '../../lib/remembered.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { SavePdfButton } from '../../ui/receipt/SavePdfButton.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { CardPaper } from './CardPaper.tsx';
import classes from './PrintCardDialog.module.css';

/** A card as wide as a bank's, and the usual label for what is stuck on one. */
const SHEETS = {
  card: { widthMm: 86, heightMm: 54, marginMm: 5 },
  label: { widthMm: 60, heightMm: 40, marginMm: 3 },
} as const;
type Size = keyof typeof SHEETS;

interface PrintCardDialogProps {
  readonly name: string | null;
  readonly cardNumber: string;
  readonly onClose: () => void;
}

const print = () => window.print();

/** A member's card as it will be printed; the computer keeps which size was used last. */
export function PrintCardDialog({ name, cardNumber, onClose }: PrintCardDialogProps) {
  const { t } = useTranslation();
  const [size, setSize] = useState<Size>(() => (recall('card-size') === 'label' ? 'label' : 'card'));
  const choose = (chosen: Size) => {
    remember('card-size', chosen);
    setSize(chosen);
  };
  const { widthMm, heightMm, marginMm } = SHEETS[size];
  useShortcuts(t('receipts.print'), [{ keys: 'Ctrl+P', label: t('receipts.print'), run: print }]);
  return (
    <Dialog opened onClose={onClose} title={t('memberActs.card.printTitle')} size={520}>
      <Stack gap="md">
        <Text>{t('memberActs.card.printBody')}</Text>
        <SegmentedControl
          aria-label={t('memberActs.card.size')}
          data={(['card', 'label'] as const).map((value) => ({ value, label: t(`memberActs.card.sizes.${value}`) }))}
          value={size}
          onChange={(chosen) => choose(chosen as Size)}
        />
        <div className={classes.preview}>
          <div
            className={classes.sheet}
            style={{ width: `${widthMm}mm`, height: `${heightMm}mm`, padding: `${marginMm}mm` }}
          >
            <CardPaper name={name} cardNumber={cardNumber} />
          </div>
        </div>
        <PrintSheet sheet={SHEETS[size]}>
          <div style={{ height: `${heightMm - 2 * marginMm}mm` }}>
            <CardPaper name={name} cardNumber={cardNumber} />
          </div>
        </PrintSheet>
        <Group justify="flex-end" gap="sm">
          <SavePdfButton name={cardNumber} />
          <KeyButton
            keys="Ctrl+P"
            leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
            onClick={print}
            data-autofocus
          >
            {t('receipts.print')}
          </KeyButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
