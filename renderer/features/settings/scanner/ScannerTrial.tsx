import { Button, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ScannerTerms } from '../../../../shared/tills/scanner-terms.ts';
import { DefinitionList } from '../../../ui/facts/DefinitionList.tsx';
import { Keys } from '../../../ui/shortcuts/Keys.tsx';
import { judgeTrial, readTrial, type Trial, type TrialVerdict } from './read-trial.ts';
import classes from './ScannerTrial.module.css';
import { useTrial } from './use-trial.ts';

interface ScannerTrialProps {
  /** As the form says now; null while it is wrong. */
  readonly terms: ScannerTerms | null;
  readonly onTake: (gapMs: number, suffix: Trial['ending']) => void;
}

function verdictWords(verdict: TrialVerdict, trial: Trial, terms: ScannerTerms, t: TFunction): string {
  if (verdict.kind === 'scan') return t('scanner.verdicts.scan', { code: verdict.code });
  if (verdict.kind === 'slow') return t('scanner.verdicts.slow', { slowest: String(trial.slowestMs) });
  if (verdict.kind === 'prefix') return t('scanner.verdicts.prefix', { prefix: terms.prefix });
  return t(`scanner.verdicts.${verdict.kind}`);
}

/** A field to scan into: what was heard and how fast, what the till would make of it, and what to set. */
export function ScannerTrial({ terms, onTake }: ScannerTrialProps) {
  const { t } = useTranslation();
  const { presses, isOver, onKeyDown } = useTrial();
  const trial = readTrial(presses);
  const { suggestedGapMs, slowestMs, averageMs, ending } = trial;
  const verdict = terms && judgeTrial(presses, terms);
  return (
    <div className={classes.trial}>
      <TextInput
        w={280}
        label={t('scanner.trial')}
        description={t('scanner.trialHelp')}
        readOnly
        value={trial.text}
        onKeyDown={onKeyDown}
        rightSection={ending === 'none' ? null : <Keys keys={ending} />}
        rightSectionWidth={56}
      />
      <div role="status" className={classes.heard}>
        {!isOver && <p className={classes.nothing}>{presses.length === 0 && t('scanner.heardNothing')}</p>}
        {isOver && (
          <>
            <DefinitionList
              columns={1}
              facts={[
                {
                  label: t('scanner.speed'),
                  value:
                    slowestMs === null
                      ? '–'
                      : t('scanner.speedIs', { slowest: String(slowestMs), average: String(averageMs) }),
                },
                {
                  label: t('scanner.verdict'),
                  value: verdict && terms ? verdictWords(verdict, trial, terms, t) : t('scanner.verdicts.unset'),
                },
              ]}
            />
            {suggestedGapMs === null ? (
              <p className={classes.nothing}>{t('scanner.byHand')}</p>
            ) : (
              <p className={classes.suggested}>
                {t('scanner.suggest', { gap: String(suggestedGapMs), ending: t(`scanner.suffixes.${ending}`) })}
                <Button variant="default" size="compact-sm" onClick={() => onTake(suggestedGapMs, ending)}>
                  {t('scanner.take')}
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
