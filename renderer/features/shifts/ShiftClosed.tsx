import { Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift, ShiftTotals } from '../../../shared/contract/shifts.contract.ts';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { ShiftPaper } from './ShiftPaper.tsx';

export interface ClosedShift {
  readonly shift: Shift;
  readonly totals: ShiftTotals;
  readonly differenceMinor: number;
}

interface ShiftClosedProps {
  readonly closed: ClosedShift;
  readonly onClose: () => void;
}

const print = () => window.print();

/** The report of a closed shift, on screen and on paper. */
export function ShiftClosed({ closed, onClose }: ShiftClosedProps) {
  const { t } = useTranslation();
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  useShortcuts(t('shifts.close.done'), [{ keys: 'Ctrl+P', label: t('shifts.close.print'), run: print }]);
  return (
    <>
      <ShiftPaper {...closed} />
      <PrintSheet>
        <ShiftPaper {...closed} />
      </PrintSheet>
      <Group justify="flex-end" gap="sm" mt="lg">
        <KeyButton
          keys="Ctrl+P"
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
          onClick={print}
        >
          {t('shifts.close.print')}
        </KeyButton>
        <KeyButton ref={done} keys="Escape" onClick={onClose}>
          {t('actions.close')}
        </KeyButton>
      </Group>
    </>
  );
}
