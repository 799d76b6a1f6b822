import { Button } from '@mantine/core';
import { IconClipboardCheck, IconTruckDelivery } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/signed-in.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';

/** What moves stock from its list: F6 receives, F7 counts. */
export function StockActions() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayMove = useMay('stock.move');
  const receive = () => void navigate({ to: '/stock/receive' });
  const count = () => void navigate({ to: '/stock/count' });
  useShortcuts(t('stock.title'), [
    { keys: 'F6', label: t('stock.receiveAction'), run: receive, when: mayMove },
    { keys: 'F7', label: t('stock.countAction'), run: count, when: mayMove },
  ]);
  if (!mayMove) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconClipboardCheck size={16} stroke={1.5} aria-hidden />}
        aria-keyshortcuts="F7"
        onClick={count}
      >
        {t('stock.countAction')}
      </Button>
      <Button
        leftSection={<IconTruckDelivery size={16} stroke={1.5} aria-hidden />}
        aria-keyshortcuts="F6"
        onClick={receive}
      >
        {t('stock.receiveAction')}
      </Button>
    </>
  );
}
