import { useTranslation } from 'react-i18next';
import type { Interval, Told, Untold } from '../../../shared/campaigns/told.ts';
import type { CampaignView, ShownEvaluation } from '../../../shared/contract/campaigns.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { chanceWords, partWords, roundMoney } from '../../ui/facts/estimate-words.ts';
import { type FactColumn, FactTable } from '../../ui/table/FactTable.tsx';
import classes from './campaigns.module.css';
import { answerWords } from './figure-words.ts';

interface FiguresProps {
  readonly campaign: CampaignView;
  readonly evaluation: ShownEvaluation;
}

interface FigureRow {
  readonly name: 'perMember' | 'buyers' | 'sales' | 'margin' | 'profit' | 'roi';
  readonly told: Told<Interval & { readonly pValue?: number }>;
  readonly say: (value: number) => string;
}

/** The answer in plain words, then what it rests on. */
export function Figures({ campaign, evaluation }: FiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ratio, treated, control, perMember, buyers, salesMinor, marginMinor, profitMinor, roi } = evaluation;
  const money = (minor: number) => roundMoney(minor, format);
  const points = (part: number) => t('campaigns.page.points', { value: (part * 100).toFixed(1) });
  const percent = (part: number) => partWords(part, format);
  // The answer has said why already.
  const whyNot = (why: Untold) => (!salesMinor.told && salesMinor.why === why ? '–' : t(`campaigns.untold.${why}`));
  const rows: readonly FigureRow[] = [
    { name: 'sales', told: salesMinor, say: money },
    { name: 'margin', told: marginMinor, say: money },
    { name: 'profit', told: profitMinor, say: money },
    { name: 'roi', told: roi, say: percent },
    { name: 'perMember', told: perMember, say: money },
    { name: 'buyers', told: buyers, say: points },
  ];
  const columns: readonly FactColumn<FigureRow>[] = [
    {
      id: 'figure',
      header: t('campaigns.page.figure'),
      cell: ({ name }) => t(`campaigns.page.row.${name}`),
      grow: true,
    },
    {
      id: 'value',
      header: t('campaigns.page.value'),
      cell: ({ told, say }) => (told.told ? say(told.estimate) : '–'),
      align: 'end',
    },
    {
      id: 'interval',
      header: t('campaigns.page.interval'),
      cell: ({ told, say }) =>
        told.told ? t('campaigns.days', { from: say(told.low), until: say(told.high) }) : whyNot(told.why),
      align: 'end',
    },
    {
      id: 'p',
      header: t('campaigns.page.chance'),
      cell: ({ told }) => (told.told && told.pValue !== undefined ? chanceWords(told.pValue) : ''),
      align: 'end',
    },
  ];
  const arms = [
    { name: t('campaigns.page.treated'), ...treated },
    { name: t('campaigns.page.control'), ...control },
  ];
  const tiles = [
    {
      label: t('campaigns.page.reach'),
      value: t('campaigns.page.reachOf', {
        came: format.count(treated.buyers),
        members: format.count(treated.members),
      }),
    },
    {
      label: t('campaigns.page.redemptions'),
      value: format.count(campaign.redemptions),
      note: t('campaigns.page.redeemers', { count: campaign.redeemers }),
    },
    {
      label: t('campaigns.page.spent'),
      value: t('campaigns.ofBudget', {
        given: format.money(campaign.discountMinor),
        budget: format.money(campaign.terms.budgetMinor),
      }),
    },
  ];
  return (
    <>
      <section className={classes.words}>
        <h2 className={classes.question}>
          {t(campaign.state === 'ended' ? 'campaigns.page.answer' : 'campaigns.page.soFar')}
        </h2>
        {ratio.told && ratio.alarm && (
          <p role="alert" className={classes.alarm}>
            {t('campaigns.page.alarm', { p: chanceWords(ratio.pValue) })}
          </p>
        )}
        <p className={classes.answer}>{answerWords(salesMinor, t, format)}</p>
      </section>
      <dl className={classes.tiles}>
        {tiles.map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className={classes.large}>{value}</span>
              {note && <span className={classes.soft}> {note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <section className={classes.stack}>
        <h2 className={classes.heading}>{t('campaigns.page.groups')}</h2>
        <FactTable
          label={t('campaigns.page.groups')}
          rows={arms}
          rowId={({ name }) => name}
          columns={[
            { id: 'group', header: t('campaigns.page.group'), cell: ({ name }) => name, grow: true },
            {
              id: 'members',
              header: t('campaigns.page.members'),
              cell: ({ members }) => format.count(members),
              align: 'end',
            },
            { id: 'buyers', header: t('campaigns.page.buyers'), cell: (arm) => format.count(arm.buyers), align: 'end' },
            { id: 'sales', header: t('campaigns.page.sales'), cell: (arm) => money(arm.salesMinor), align: 'end' },
            {
              id: 'average',
              header: t('campaigns.page.average'),
              cell: (arm) => (arm.members === 0 ? '–' : money(arm.salesMinor / arm.members)),
              align: 'end',
            },
          ]}
        />
      </section>
      <section className={classes.stack}>
        <h2 className={classes.heading}>{t('campaigns.page.figures')}</h2>
        <FactTable label={t('campaigns.page.figures')} rows={rows} rowId={({ name }) => name} columns={columns} />
        <p className={classes.soft}>
          {perMember.told &&
            (perMember.covariateVaries
              ? t('campaigns.page.gain', { gain: percent(perMember.gain) })
              : t('campaigns.page.noGain'))}{' '}
          {t('campaigns.page.caveats')}
        </p>
      </section>
    </>
  );
}
