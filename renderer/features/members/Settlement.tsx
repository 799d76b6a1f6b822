import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MemberStanding } from '../../../shared/contract/members.contract.ts';
import { CLOSING_DEBT, CLOSING_POINTS } from '../../../shared/members/standing.ts';
import { Points } from '../../ui/facts/Points.tsx';
import classes from './Settlement.module.css';
import type { StandingDraft } from './standing-draft.ts';

interface SettlementProps extends Pick<StandingDraft, 'points' | 'debt'> {
  readonly standing: MemberStanding;
  readonly onChoose: (chosen: Partial<Pick<StandingDraft, 'points' | 'debt'>>) => void;
}

/** What closing the account settles: the figures, what becomes of what is left, and what else it ends. */
export function Settlement({ standing, points, debt, onChoose }: SettlementProps) {
  const { t } = useTranslation();
  const { availablePoints, pendingPoints, debtPoints, leftPoints, leftDebtPoints, consents, baskets } = standing;
  const inWords = (count: number) => t('facts.points', { count });
  const repaid = debtPoints - leftDebtPoints;
  const notes = [
    repaid > 0 && t('standing.settle.repaid', { points: inWords(repaid) }),
    leftPoints === 0 && leftDebtPoints === 0 && t('standing.settle.nothing'),
    consents > 0 && t('standing.settle.consents', { count: consents }),
    baskets > 0 && t('standing.settle.baskets', { count: baskets }),
  ].filter((note) => note !== false);
  return (
    <section className={classes.settlement} aria-label={t('standing.settle.title')}>
      <h3 className={classes.title}>{t('standing.settle.title')}</h3>
      <dl className={classes.figures}>
        {(
          [
            ['members.figures.available', availablePoints],
            ['members.figures.pending', pendingPoints],
            ['members.figures.debt', debtPoints],
          ] as const
        ).map(([label, count]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>
              <Points points={count} unit={false} />
            </dd>
          </div>
        ))}
      </dl>
      {leftPoints > 0 && (
        <Radio.Group
          label={t('standing.settle.points', { points: inWords(leftPoints) })}
          value={points}
          onChange={(chosen) => onChoose({ points: chosen as StandingDraft['points'] })}
        >
          <Stack gap="xs" mt={4}>
            {CLOSING_POINTS.toReversed().map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`standing.settle.pointsAre.${each}`)}
                description={t(`standing.settle.pointsHelp.${each}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {leftDebtPoints > 0 && (
        <Radio.Group
          label={t('standing.settle.debt', { points: inWords(leftDebtPoints) })}
          value={debt}
          onChange={(chosen) => onChoose({ debt: chosen as StandingDraft['debt'] })}
        >
          <Stack gap="xs" mt={4}>
            {CLOSING_DEBT.toReversed().map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`standing.settle.debtIs.${each}`)}
                description={t(`standing.settle.debtHelp.${each}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
