import { useTranslation } from 'react-i18next';
import { useStoreFacts } from '../../lib/store-facts.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { ShownReport } from './shown-report.ts';
import { ValueAnswer } from './ValueAnswer.tsx';
import classes from './ValuePaper.module.css';

/** The answer and the segments, on paper. */
export function ValuePaper({ report, asOf }: { readonly report: ShownReport; readonly asOf: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useStoreFacts();
  return (
    <article className={classes.paper}>
      <p>{store.storeName}</p>
      <h1 className={classes.title}>
        {t('value.title')} · {t('value.asOf', { date: format.date(asOf) })}
      </h1>
      <ValueAnswer report={report} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('value.segments.name')}</th>
            <th scope="col">{t('value.segments.members')}</th>
            <th scope="col">{t('value.segments.sales')}</th>
            <th scope="col">{t('value.segments.do')}</th>
          </tr>
        </thead>
        <tbody>
          {report.segments.map(({ segment, members, netMinor }) => (
            <tr key={segment}>
              <th scope="row">{t(`value.segment.${segment}`)}</th>
              <td>{format.count(members)}</td>
              <td>{format.money(netMinor)}</td>
              <td>{t(`value.advice.${segment}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
