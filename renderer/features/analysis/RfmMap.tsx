import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import type { ShownReport } from './shown-report.ts';
import classes from './value.module.css';

interface RfmMapProps {
  readonly grid: ShownReport['grid'];
  readonly buyers: number;
}

const FROM_WORST = [1, 2, 3, 4, 5] as const;
/** The fullest field has so much of the accent's colour: more, and its words would be hard to read. */
const FULLEST_PERCENT = 40;

/** Members by the fifths of recency and frequency; a field leads to those in it. */
export function RfmMap({ grid, buyers }: RfmMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(...grid.map(({ members }) => members));
  const countOf = (r: number, f: number) => grid.find((each) => each.r === r && each.f === f)?.members ?? 0;
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('value.map.title')}</h2>
      <p className={classes.soft}>{t('value.map.help')}</p>
      <table className={classes.map} aria-label={t('value.map.title')}>
        <thead>
          <tr>
            <td />
            <th colSpan={5} scope="colgroup">
              <span className={classes.ends}>
                <span>{t('value.map.long')}</span>
                <strong>{t('value.map.recency')}</strong>
                <span>{t('value.map.lately')}</span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {FROM_WORST.toReversed().map((f) => (
            <tr key={f}>
              <th scope="row">
                {f === 5
                  ? t('value.map.often')
                  : f === 1
                    ? t('value.map.seldom')
                    : f === 3
                      ? t('value.map.frequency')
                      : ''}
                <span className={classes.hidden}> {f}</span>
              </th>
              {FROM_WORST.map((r) => {
                const members = countOf(r, f);
                return (
                  <td
                    key={r}
                    style={{
                      background: `color-mix(in srgb, var(--accent) ${Math.round(FULLEST_PERCENT * Math.sqrt(members / most))}%, var(--paper))`,
                    }}
                  >
                    {members > 0 && (
                      <Link
                        to="/members"
                        search={{
                          where: [
                            { field: 'rfmRecency', is: 'any-of', values: [String(r)] },
                            { field: 'rfmFrequency', is: 'any-of', values: [String(f)] },
                          ],
                        }}
                        className={classes.cell}
                      >
                        <span className={classes.hidden}>{t('value.map.cell', { r, f })} </span>
                        <strong>{format.count(members)}</strong>
                        <span>{format.percent(Math.round((1_000 * members) / buyers) * 10)}</span>
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
