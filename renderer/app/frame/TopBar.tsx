import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ShiftChip } from '../../features/shifts/ShiftChip.tsx';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { Keys } from '../../ui/shortcuts/Keys.tsx';
import { TourOffer } from '../tour/TourOffer.tsx';
import type { Tour } from '../tour/use-tour.ts';
import { BackupNotice } from './BackupNotice.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { openPalette } from './Palette.tsx';
import { StaffMenu } from './StaffMenu.tsx';
import { SyncDot } from './SyncDot.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import classes from './TopBar.module.css';

interface TopBarProps {
  readonly tour: Tour;
  readonly onSwitchStaff: () => void;
  readonly onShift: () => void;
}

/** Where we are and who we are: store and till, sync, shift, search, language, theme, staff. */
export function TopBar({ tour, onSwitchStaff, onShift }: TopBarProps) {
  const { t } = useTranslation();
  const store = useStoreFacts();
  return (
    <header className={classes.bar}>
      <span className={classes.store}>{store.storeName}</span>
      <span className={classes.till}>{t('frame.till', { code: store.tillCode })}</span>
      {store.sample && <span className={classes.sample}>{t('frame.sample')}</span>}
      <SyncDot />
      <BackupNotice />
      <ShiftChip onOpen={onShift} />
      <TourOffer tour={tour} />
      <button type="button" className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span className={classes.searchWord}>{t('frame.search')}</span>
        <Keys keys="Ctrl+K" />
      </button>
      <LanguageMenu />
      <ThemeMenu />
      <StaffMenu onSwitchStaff={onSwitchStaff} />
    </header>
  );
}
