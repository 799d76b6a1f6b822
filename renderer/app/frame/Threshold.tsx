import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import classes from './Threshold.module.css';

interface ThresholdProps {
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** What stands before the frame: one quiet column, with language and theme already within reach. */
export function Threshold({ wide, children }: ThresholdProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('frame.product');
  }, [t]);
  return (
    <div className={classes.threshold}>
      <header className={classes.corner}>
        <LanguageMenu />
        <ThemeMenu />
      </header>
      <main className={classes.column} data-wide={wide || undefined}>
        {children}
      </main>
    </div>
  );
}
