import { Button, Slider } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_INCONSISTENT } from '../../../shared/analysis/pairwise-weights.ts';
import {
  type Judgements,
  MEASURE_PAIRS,
  MOST_JUDGED,
  mostAtOdds,
  USUAL_JUDGEMENTS,
  VALUE_MEASURES,
  weighMeasures,
} from '../../../shared/analysis/value-weights.ts';
import { useTRPC } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormFailure } from '../../ui/form/FormFailure.tsx';
import classes from './value.module.css';

interface WeightsDialogProps {
  readonly judgements: Judgements;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Compares what the value of a member is made of, two at a time. */
export function WeightsDialog({ judgements, opened, onClose }: WeightsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('value.weights.title')} size={720}>
      {opened && <Weights judgements={judgements} onClose={onClose} />}
    </Dialog>
  );
}

/** On the slider the first of a pair counts more to the left, as it stands there. */
const placeOf = (judged: number) => (judged < 0 ? -judged - 1 : 1 - judged);
const judgedAt = (place: number) => (place > 0 ? -(place + 1) : 1 - place);

function saidOf(place: number, judged: number, t: TFunction): string {
  const [first, second] = MEASURE_PAIRS[place] ?? [];
  if (!first || !second) return '';
  const [one, other] = judged < 0 ? [second, first] : [first, second];
  const names = { one: t(`value.measure.${one}`), other: t(`value.measure.${other}`) };
  return judged === 1
    ? t('value.weights.alike', names)
    : t('value.weights.more', { ...names, times: Math.abs(judged) });
}

function Weights({ judgements, onClose }: Omit<WeightsDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorWords = useErrorWords();
  const [judged, setJudged] = useState(judgements);
  const save = useMutation(
    useTRPC().analysis.judge.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: t('value.weights.saved') });
        onClose();
      },
    }),
  );
  const { weights, consistencyRatio } = weighMeasures(judged);
  const contradict = consistencyRatio > MOST_INCONSISTENT;
  const odd = contradict ? mostAtOdds(judged) : null;
  const ratio = consistencyRatio.toFixed(2);
  return (
    <form
      className={classes.weights}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ judgements: judged });
      }}
    >
      <p className={classes.soft}>{t('value.weights.help')}</p>
      {MEASURE_PAIRS.map(([one, other], place) => (
        <div key={`${one} ${other}`} className={classes.pair} data-odd={odd?.place === place || undefined}>
          <span>{t(`value.measure.${one}`)}</span>
          <Slider
            min={1 - MOST_JUDGED}
            max={MOST_JUDGED - 1}
            value={placeOf(judged[place] ?? 1)}
            label={null}
            startPointValue={0}
            thumbValueText={saidOf(place, judged[place] ?? 1, t)}
            {...(place === 0 ? { thumbProps: { 'data-autofocus': true } as object } : {})}
            thumbLabel={`${t(`value.measure.${one}`)} · ${t(`value.measure.${other}`)}`}
            onChange={(at) => setJudged(judged.map((each, i) => (i === place ? judgedAt(at) : each)))}
          />
          <span>{t(`value.measure.${other}`)}</span>
          <span className={classes.said}>{saidOf(place, judged[place] ?? 1, t)}</span>
        </div>
      ))}
      <section aria-label={t('value.weights.now')}>
        <h3 className={classes.small}>{t('value.weights.now')}</h3>
        <ul className={classes.shares}>
          {VALUE_MEASURES.map((measure, i) => (
            <li key={measure}>
              <span>{t(`value.measure.${measure}`)}</span>
              <span className={classes.share} style={{ width: `${60 * (weights[i] ?? 0)}%` }} aria-hidden />
              <strong>{format.percent(Math.round(100 * (weights[i] ?? 0)) * 100)}</strong>
            </li>
          ))}
        </ul>
      </section>
      <div role="status" className={contradict ? classes.contradict : classes.soft}>
        {t(contradict ? 'value.weights.contradict' : 'value.weights.consistent', { ratio })}
        {odd && (
          <>
            {' '}
            {t('value.weights.rather', {
              pair: saidOf(odd.place, judged[odd.place] ?? 1, t),
              rather: saidOf(odd.place, odd.rather, t),
            })}
          </>
        )}
      </div>
      <FormFailure failure={save.error && errorWords(save.error)} />
      <div className={classes.foot}>
        <Button className={classes.usual} variant="subtle" color="gray" onClick={() => setJudged(USUAL_JUDGEMENTS)}>
          {t('value.weights.usual')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('value.weights.save')}
        </Button>
      </div>
    </form>
  );
}
