import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStoreFacts } from '../../../lib/store-facts.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './ProgrammeForm.module.css';
import type { PointsTerms } from './programme-draft.ts';
import { EXAMPLE_MINOR, exampleOf } from './programme-example.ts';

/** What the terms come to: a basket, who earns what, what points pay, when they end. Null while something is missing. */
export function ProgrammeExample({ terms }: { readonly terms: PointsTerms | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { zone } = useStoreFacts();
  const [nowMs] = useState(Date.now);
  const points = (count: number) => t('facts.points', { count });
  const example = terms && exampleOf(terms, nowMs, zone);
  return (
    <div className={classes.example} role="status" aria-label={t('programme.example.title')}>
      <p className={classes.exampleTitle}>{t('programme.example.title')}</p>
      {example ? (
        <>
          <p className={classes.earned}>
            {t('programme.example.earns', { amount: format.money(EXAMPLE_MINOR), points: points(example.earned) })}
          </p>
          {example.tiers.length > 0 && (
            <p>
              {example.tiers
                .map((each) =>
                  t('programme.example.tier', { tier: t(`members.tier.${each.tier}`), points: points(each.points) }),
                )
                .join(' ')}
            </p>
          )}
          {example.usePoints > 0 && (
            <p>
              {t('programme.example.pays', {
                points: points(example.usePoints),
                amount: format.money(example.payMinor),
              })}
            </p>
          )}
          <p>
            {example.ended
              ? t('programme.example.ended')
              : example.lastGoodMs === null
                ? t('programme.example.endsNever')
                : t('programme.example.ends', { date: format.day(example.lastGoodMs) })}{' '}
            {example.usableFromMs !== null && t('programme.example.usable', { date: format.day(example.usableFromMs) })}
          </p>
        </>
      ) : (
        <p>{t('programme.example.incomplete')}</p>
      )}
    </div>
  );
}
