import { useTranslation } from 'react-i18next';
import type { RfmSegment } from '../../../shared/analysis/rfm.ts';
import { KEY_SHARE } from '../../../shared/analysis/value-report.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { ShownReport } from './shown-report.ts';
import classes from './value.module.css';

const SLIPPING: readonly RfmSegment[] = ['cannot-lose', 'at-risk'];
const FRESH: readonly RfmSegment[] = ['new', 'promising'];

/** What a manager wants to know, in words. */
export function ValueAnswer({ report }: { readonly report: ShownReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { keyMembers, buyers, leftOut } = report;
  const of = (segments: readonly RfmSegment[]) => {
    const some = report.segments.filter(({ segment }) => segments.includes(segment));
    return {
      count: some.reduce((sum, { members }) => sum + members, 0),
      money: format.money(some.reduce((sum, { netMinor }) => sum + netMinor, 0)),
    };
  };
  const [slipping, fresh] = [of(SLIPPING), of(FRESH)];
  return (
    <section className={classes.answer} aria-label={t('value.answer.title')}>
      {keyMembers && (
        <p className={classes.large}>
          {t('value.answer.makers', {
            count: keyMembers.makers,
            buyers: format.count(buyers),
            part: format.percent(Math.round((10_000 * keyMembers.makers) / buyers)),
            share: format.percent(10_000 * KEY_SHARE),
            money: format.money(keyMembers.madeMinor),
          })}
        </p>
      )}
      <p>{slipping.count > 0 ? t('value.answer.slipping', slipping) : t('value.answer.nobodySlips')}</p>
      {fresh.count > 0 && <p>{t('value.answer.fresh', fresh)}</p>}
      {keyMembers && keyMembers.negative.members > 0 && (
        <p className={classes.soft}>{t('value.answer.negative', { count: keyMembers.negative.members })}</p>
      )}
      {leftOut > 0 && <p className={classes.soft}>{t('value.answer.leftOut', { count: leftOut })}</p>}
    </section>
  );
}
