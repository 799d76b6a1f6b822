import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/signed-in.ts';
import { Page } from '../../ui/Page.tsx';
import { KeyBar } from '../../ui/shortcuts/KeyBar.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { NoPermission } from '../../ui/states/NoPermission.tsx';
import { ByReceipt } from './ByReceipt.tsx';
import classes from './ReturnsPage.module.css';
import { WithoutReceipt } from './WithoutReceipt.tsx';

type Way = 'receipt' | 'goods';

/** Goods that come back: with their receipt, or without it. Esc leads back to the till, whose basket waits. */
export function ReturnsPage() {
  const { t } = useTranslation();
  const may = useMay('sale.return');
  return may ? (
    <Page title={t('returns.title')} fill quietTitle>
      <Ways />
    </Page>
  ) : (
    <Page title={t('returns.title')}>
      <NoPermission right="sale.return" />
    </Page>
  );
}

function Ways() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [way, setWay] = useState<Way>('receipt');
  /** Every turn to a way begins it anew, its field ready. */
  const [turn, setTurn] = useState(0);
  const go = (next: Way) => {
    setWay(next);
    setTurn((times) => times + 1);
  };
  const toTill = () => void navigate({ to: '/till' });
  useShortcuts(t('returns.title'), [
    { keys: 'F2', label: t('returns.keys.receipt'), run: () => go('receipt'), bar: true },
    { keys: 'F4', label: t('returns.keys.goods'), run: () => go('goods'), bar: true },
    { keys: 'Escape', label: t('returns.keys.till'), run: toTill, bar: true },
  ]);
  return (
    <Tabs
      value={way}
      onChange={(next) => go(next as Way)}
      keepMounted={false}
      activateTabWithKeyboard={false}
      className={classes.page ?? ''}
    >
      <Tabs.List aria-label={t('returns.tabs.label')} className={classes.tabs ?? ''}>
        <Tabs.Tab value="receipt">{t('returns.tabs.receipt')}</Tabs.Tab>
        <Tabs.Tab value="goods">{t('returns.tabs.goods')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="receipt" className={classes.panel ?? ''}>
        <ByReceipt key={turn} onTill={toTill} />
      </Tabs.Panel>
      <Tabs.Panel value="goods" className={classes.panel ?? ''}>
        <WithoutReceipt key={turn} onTill={toTill} />
      </Tabs.Panel>
      <div className={classes.keys}>
        <KeyBar />
      </div>
    </Tabs>
  );
}
