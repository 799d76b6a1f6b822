import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../shared/contract/imports.contract.ts';
import { Page } from '../../ui/Page.tsx';
import classes from './ImportFrame.module.css';
import { ImportPhase } from './ImportPhase.tsx';
import { targetName } from './import-words.ts';

interface ImportFrameProps {
  readonly view: ImportView;
  readonly onLeave: () => void;
  readonly actions?: ReactNode;
  readonly fill?: boolean;
  /** Why the last act did not happen. */
  readonly error?: string | null;
  readonly children: ReactNode;
}

/** The page around an import at every stage: its file, what it holds, how far it is. */
export function ImportFrame({ view, onLeave, actions, fill, error, children }: ImportFrameProps) {
  const { t, i18n } = useTranslation();
  return (
    <Page
      title={view.fileName}
      fill={fill ?? false}
      aside={
        <span className={classes.aside}>
          {targetName(view.target, i18n.language)}
          <ImportPhase view={view} />
        </span>
      }
      actions={
        <>
          <Button variant="default" aria-keyshortcuts="Escape" onClick={onLeave}>
            {t('actions.back')}
          </Button>
          {actions}
        </>
      }
    >
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      {children}
    </Page>
  );
}
