import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePages } from './pages.ts';
import classes from './Rail.module.css';

interface RailProps {
  readonly collapsed: boolean;
  readonly onToggle: () => void;
}

/** The pages, icon and word; icons alone when collapsed. */
export function Rail({ collapsed, onToggle }: RailProps) {
  const { t } = useTranslation();
  const pages = usePages();
  const toggleLabel = collapsed ? t('frame.expand') : t('frame.collapse');
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav aria-label={t('frame.pages')} className={classes.rail} data-collapsed={collapsed || undefined}>
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden>
          <Mark />
        </span>
        {!collapsed && t('frame.product')}
      </div>
      <ul className={classes.pages}>
        {pages.map(({ to, word, icon: Icon }) => (
          <li key={to}>
            <Tooltip label={t(word)} position="right" disabled={!collapsed}>
              <Link to={to} className={classes.item} activeProps={{ 'data-active': true }} aria-label={t(word)}>
                <Icon size={20} stroke={1.5} aria-hidden />
                {!collapsed && <span>{t(word)}</span>}
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      <Tooltip label={toggleLabel} position="right" disabled={!collapsed}>
        <button type="button" className={classes.item} aria-label={toggleLabel} onClick={onToggle}>
          <Toggle size={20} stroke={1.5} aria-hidden />
          {!collapsed && <span>{toggleLabel}</span>}
        </button>
      </Tooltip>
    </nav>
  );
}

/** A customer who comes back: a circle that returns to itself. */
function Mark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2.2">
      <title>Regulars</title>
      <path d="M15.9 13.4A6.8 6.8 0 1 1 16.8 10" strokeLinecap="round" />
      <path d="M13.9 8.6 16.9 10.6 18.9 7.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
