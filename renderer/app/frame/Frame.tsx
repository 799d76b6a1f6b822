import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VoidLastDialog } from '../../features/returns/VoidLastDialog.tsx';
import { ShiftDialog } from '../../features/shifts/ShiftDialog.tsx';
import { recall, remember } from '../../lib/remembered.ts';
import { useMay } from '../../lib/signed-in.ts';
import { useScannerTerms } from '../../lib/use-scanner.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { ShortcutGroup } from '../../ui/shortcuts/registry.ts';
import { ShortcutList } from '../../ui/shortcuts/ShortcutList.tsx';
import { useShortcutGroups, useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { HelpDialog } from '../help/HelpDialog.tsx';
import { helpTopicOf } from '../help/help-topic.ts';
import { TourCard } from '../tour/TourCard.tsx';
import { useTour } from '../tour/use-tour.ts';
import classes from './Frame.module.css';
import { openPalette, Palette } from './Palette.tsx';
import { QuickSwitch } from './QuickSwitch.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useRouteFocus } from './use-route-focus.ts';
import { WritesStopped } from './WritesStopped.tsx';

const MAIN = 'main';

/** The frame around every page. */
export function Frame() {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useState(() => recall('rail') === 'collapsed');
  const [open, setOpen] = useState<'switch' | 'shift' | 'void' | null>(null);
  const close = () => setOpen(null);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const maySell = useMay('sale.make');
  const mayReturn = useMay('sale.return');
  const mayVoid = useMay('sale.void') && mayReturn;
  // The list is taken before it opens: once open, its own layer is the one in force.
  const groups = useShortcutGroups();
  const [listed, setListed] = useState<readonly ShortcutGroup[] | null>(null);
  const topic = helpTopicOf(pathname);
  const [helping, setHelping] = useState<readonly ShortcutGroup[] | null>(null);
  const tour = useTour();
  const takeTour = () => {
    setHelping(null);
    tour.start();
  };
  useRouteFocus(MAIN);
  useScannerTerms();
  useShortcuts(t('frame.shortcuts.everywhere'), [
    { keys: 'Ctrl+K', label: t('frame.shortcuts.palette'), run: openPalette },
    { keys: 'Alt+S', label: t('frame.switchStaff'), run: () => setOpen('switch') },
    { keys: 'Alt+J', label: t('shifts.title'), run: () => setOpen('shift'), when: maySell },
    {
      keys: 'F8',
      label: t('returns.title'),
      run: () => void navigate({ to: '/returns' }),
      when: mayReturn && pathname !== '/returns',
      bar: true,
    },
    { keys: 'Shift+F8', label: t('returns.void.action'), run: () => setOpen('void'), when: mayVoid },
    { keys: 'F1', label: t('help.open'), run: () => setHelping(groups), when: topic !== null },
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
      <TopBar tour={tour} onSwitchStaff={() => setOpen('switch')} onShift={() => setOpen('shift')} />
      <WritesStopped />
      <main id={MAIN} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Palette
        onSwitchStaff={() => setOpen('switch')}
        onTour={takeTour}
        {...(topic ? { onHelp: () => setHelping(groups) } : {})}
        {...(maySell ? { onShift: () => setOpen('shift') } : {})}
        {...(mayVoid ? { onVoidLast: () => setOpen('void') } : {})}
      />
      <QuickSwitch opened={open === 'switch'} onClose={close} />
      {/* Mounted when they open: no transition stands between a key and the dialog that it opens. */}
      {open === 'shift' && <ShiftDialog onClose={close} />}
      {open === 'void' && <VoidLastDialog onClose={close} />}
      {helping && topic && (
        <HelpDialog topic={topic} keys={helping} onTour={takeTour} onClose={() => setHelping(null)} />
      )}
      {tour.step && <TourCard tour={tour} />}
      <Dialog opened={listed !== null} onClose={() => setListed(null)} title={t('frame.shortcuts.title')}>
        <ShortcutList groups={listed ?? []} />
      </Dialog>
    </div>
  );
}
