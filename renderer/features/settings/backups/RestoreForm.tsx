import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FactsAtRisk } from '../../../../shared/contract/backups.contract.ts';
import { useErrorWords } from '../../../lib/error-words.ts';
import { SupportDetails } from '../../../ui/states/SupportDetails.tsx';
import classes from './Restore.module.css';
import { RestoreProgress } from './RestoreProgress.tsx';
import { SummaryFacts } from './SummaryFacts.tsx';

interface RestoreFormProps {
  readonly risk: FactsAtRisk;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onRestore: (bringBack: boolean) => void;
  readonly onCancel: () => void;
}

/** How much came after the backup, whether to bring it back, and a last look before anything is left out. */
export function RestoreForm({ risk, busy, error, onRestore, onCancel }: RestoreFormProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [bringBack, setBringBack] = useState(true);
  const [sure, setSure] = useState(false);
  const [refused, setRefused] = useState(false);
  const count = risk.facts.facts;
  const leavesOut = count > 0 && !bringBack;
  const submit = () => {
    if (leavesOut && !sure) return setRefused(true);
    onRestore(bringBack);
  };
  const failure = error ? errorWords(error) : null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {!risk.isReadable && <p className={classes.warning}>{t('backups.restore.unreadable')}</p>}
      {risk.isReadable && count === 0 && risk.unreadable === 0 && <p>{t('backups.restore.nothingAfter')}</p>}
      {count > 0 && (
        <>
          <p className={classes.lead}>{t('backups.restore.after', { count })}</p>
          <SummaryFacts summary={risk.facts} />
          <Radio.Group
            label={t('backups.restore.choice')}
            value={bringBack ? 'back' : 'out'}
            onChange={(value) => setBringBack(value === 'back')}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="back"
                autoFocus
                disabled={busy}
                label={t('backups.restore.bringBack')}
                description={t('backups.restore.bringBackHelp')}
              />
              <Radio
                value="out"
                disabled={busy}
                label={t('backups.restore.leaveOut')}
                description={t('backups.restore.leaveOutHelp')}
              />
            </Stack>
          </Radio.Group>
        </>
      )}
      {risk.unreadable > 0 && (
        <p className={classes.warning}>{t('backups.restore.unreadableFacts', { count: risk.unreadable })}</p>
      )}
      {leavesOut && (
        <Checkbox
          checked={sure}
          disabled={busy}
          onChange={(event) => {
            setSure(event.currentTarget.checked);
            setRefused(false);
          }}
          label={t('backups.restore.sure')}
          error={refused && t('backups.restore.sureFirst')}
        />
      )}
      <p className={classes.quiet}>{t('backups.restore.kept')}</p>
      {busy && <RestoreProgress />}
      {failure && (
        <div role="alert" className={classes.failure}>
          <p>{failure.text}</p>
          <SupportDetails text={failure.details} />
        </div>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel} disabled={busy}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit" loading={busy} {...(leavesOut ? { color: 'red' } : {})} autoFocus={count === 0}>
          {count === 0 && t('backups.restore.confirm')}
          {count > 0 && bringBack && t('backups.restore.confirmBringBack', { count })}
          {leavesOut && t('backups.restore.confirmLeaveOut', { count })}
        </Button>
      </Group>
    </form>
  );
}
