import { Loader } from '@mantine/core';
import {
  IconBuilding,
  IconBuildingStore,
  IconChevronRight,
  IconDatabaseImport,
  IconSparkles,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import classes from './FirstRun.module.css';

interface FirstChoiceProps {
  readonly preparing: boolean;
  readonly error: unknown;
  readonly onStore: () => void;
  readonly onSample: () => void;
  readonly onRecovery: () => void;
}

/** A store, the sample, a store's backup, or headquarters. */
export function FirstChoice({ preparing, error, onStore, onSample, onRecovery }: FirstChoiceProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('stores.firstRun.title')}</h1>
      <p className={classes.body}>{t('stores.firstRun.body')}</p>
      <Choice
        icon={<IconBuildingStore size={24} stroke={1.5} aria-hidden />}
        title={t('stores.firstRun.store')}
        body={t('stores.firstRun.storeBody')}
        disabled={preparing}
        onChoose={onStore}
      />
      <Choice
        icon={<IconSparkles size={24} stroke={1.5} aria-hidden />}
        title={t('stores.firstRun.sample')}
        body={preparing ? t('stores.firstRun.preparing') : t('stores.firstRun.sampleBody')}
        disabled={preparing}
        end={preparing ? <Loader size={18} aria-hidden /> : undefined}
        onChoose={onSample}
      />
      <Choice
        icon={<IconDatabaseImport size={24} stroke={1.5} aria-hidden />}
        title={t('backups.recovery.firstRun')}
        body={t('backups.recovery.firstRunBody')}
        disabled={preparing}
        onChoose={onRecovery}
      />
      <Choice
        icon={<IconBuilding size={24} stroke={1.5} aria-hidden />}
        title={t('stores.firstRun.headquarters')}
        body={t('stores.firstRun.headquartersBody')}
        end={<span className={classes.coming}>{t('stores.firstRun.coming')}</span>}
        disabled
      />
      {error !== null && (
        <p role="alert" className={classes.error}>
          {errorWords(error).text}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly body: string;
  readonly disabled?: boolean;
  readonly end?: ReactNode;
  readonly onChoose?: () => void;
}

function Choice({ icon, title, body, disabled, end, onChoose }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} disabled={disabled} onClick={onChoose}>
      <span className={classes.icon}>{icon}</span>
      <span className={classes.words}>
        <span className={classes.name}>{title}</span>
        <span className={classes.what}>{body}</span>
      </span>
      {end ?? <IconChevronRight size={18} stroke={1.5} aria-hidden />}
    </button>
  );
}
