import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Page.module.css';

interface PageProps {
  readonly title: string;
  /** Identity and state beside the title: a badge, a code. */
  readonly aside?: ReactNode;
  /** The one primary action, and at most two more before it. */
  readonly actions?: ReactNode;
  /** The page fills the window and scrolls inside (a list, the till) instead of growing. */
  readonly fill?: boolean;
  /** Hides the title from sight, not from screen readers, where the space is needed (the till). */
  readonly quietTitle?: boolean;
  readonly children: ReactNode;
}

/** One page, one title, one primary action. The title gets the focus when the page is opened. */
export function Page({ title, aside, actions, fill, quietTitle, children }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('frame.product')}`;
  }, [title, t]);
  return (
    <div className={classes.page} data-fill={fill || undefined} data-quiet={quietTitle || undefined}>
      <header className={quietTitle && !actions ? classes.hidden : classes.header}>
        <h1 id={PAGE_TITLE} tabIndex={-1} className={quietTitle ? classes.hidden : classes.title}>
          {title}
        </h1>
        {aside}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export const PAGE_TITLE = 'page-title';
