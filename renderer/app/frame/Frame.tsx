import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recall, remember } from '../../lib/remembered.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { ShortcutGroup } from '../../ui/shortcuts/registry.ts';
import { ShortcutList } from '../../ui/shortcuts/ShortcutList.tsx';
import { useShortcutGroups, useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import classes from './Frame.module.css';
import { openPalette, Palette } from './Palette.tsx';
import { QuickSwitch } from './QuickSwitch.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useRouteFocus } from './use-route-focus.ts';

const MAIN = 'main';

/** The frame around every page. */
export function Frame() {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useState(() => recall('rail') === 'collapsed');
  const [switching, setSwitching] = useState(false);
  // The list is taken before it opens: once open, its own layer is the one in force.
  const groups = useShortcutGroups();
  const [listed, setListed] = useState<readonly ShortcutGroup[] | null>(null);
  useRouteFocus(MAIN);
  useShortcuts(t('frame.shortcuts.everywhere'), [
    { keys: 'Ctrl+K', label: t('frame.shortcuts.palette'), run: openPalette },
    { keys: 'Alt+S', label: t('frame.switchStaff'), run: () => setSwitching(true) },
    { keys: '?', label: t('frame.shortcuts.open'), run: () => setListed(groups) },
  ]);
  const toggle = () => {
    remember('rail', collapsed ? 'open' : 'collapsed');
    setCollapsed(!collapsed);
  };
  const skip = () => document.getElementById(MAIN)?.focus();

  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      <button type="button" className={classes.skip} onClick={skip}>
        {t('frame.skipToContent')}
      </button>
      <Rail collapsed={collapsed} onToggle={toggle} />
      <TopBar onSwitchStaff={() => setSwitching(true)} />
      <main id={MAIN} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Palette onSwitchStaff={() => setSwitching(true)} />
      <QuickSwitch opened={switching} onClose={() => setSwitching(false)} />
      <Dialog opened={listed !== null} onClose={() => setListed(null)} title={t('frame.shortcuts.title')}>
        <ShortcutList groups={listed ?? []} />
      </Dialog>
    </div>
  );
}
