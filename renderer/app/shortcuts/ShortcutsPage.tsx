import { Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page.tsx';
import { PrintSheet } from '../../ui/receipt/PrintSheet.tsx';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import { ShortcutList } from '../../ui/shortcuts/ShortcutList.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { CATALOGUE } from './catalogue.ts';
import classes from './ShortcutsPage.module.css';

/** A4. */
const SHEET = { widthMm: 210, heightMm: 297, marginMm: 15 } as const;
const print = () => window.print();

/** Every shortcut of every screen, to be read and to be hung up beside the till. */
export function ShortcutsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useShortcuts(t('frame.shortcuts.title'), [
    { keys: 'Ctrl+P', label: t('frame.shortcuts.print'), run: print },
    { keys: 'Escape', label: t('actions.back'), run: () => void navigate({ to: '/settings' }) },
  ]);
  const groups = CATALOGUE.map(({ title, shortcuts }) => ({
    title: t(title),
    shortcuts: shortcuts.map(({ keys, word }) => ({ keys, label: t(word) })),
  }));
  const list = (
    <div className={classes.columns}>
      <ShortcutList heading="h2" groups={groups} />
    </div>
  );
  return (
    <Page
      title={t('frame.shortcuts.title')}
      actions={
        <KeyButton
          keys="Ctrl+P"
          h={36}
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}
          onClick={print}
        >
          {t('frame.shortcuts.print')}
        </KeyButton>
      }
    >
      <Text c="dimmed" mb="md">
        {t('frame.shortcuts.body')}
      </Text>
      {list}
      <PrintSheet sheet={SHEET}>
        <h1 className={classes.printed}>{t('frame.shortcuts.printed')}</h1>
        {list}
      </PrintSheet>
    </Page>
  );
}
