import type { TFunction } from 'i18next';
import type { Interval, Told } from '../../../shared/campaigns/told.ts';
import type { CampaignView, ShownEvaluation } from '../../../shared/contract/campaigns.contract.ts';
import type { ExportedFigures } from '../../../shared/contract/exports.contract.ts';
import { chanceWords } from '../../ui/facts/estimate-words.ts';

type Cell = ExportedFigures['rows'][number][number];

const money = (minor: number): Cell => ({ kind: 'money', value: Math.round(minor) });
const share = (part: number): Cell => ({ kind: 'percent', value: Math.round(part * 10_000) });

/** What a campaign brought, arm beside arm and with its intervals, as a workbook has it: numbers to reckon with. */
export function evaluationFigures(
  { terms, discountMinor, redemptions }: CampaignView,
  { treated, control, perMember, buyers, salesMinor, marginMinor, profitMinor, roi }: ShownEvaluation,
  t: TFunction,
): ExportedFigures {
  const told = (figure: Told<Interval & { readonly pValue?: number }>, as: (value: number) => Cell): Cell[] =>
    figure.told
      ? [
          as(figure.estimate),
          as(figure.low),
          as(figure.high),
          figure.pValue === undefined ? null : chanceWords(figure.pValue),
        ]
      : [{ kind: 'text', value: t(`campaigns.untold.${figure.why}`) }];
  const perHead = (of: number, { members }: { readonly members: number }, as: (value: number) => Cell): Cell =>
    members === 0 ? null : as(of / members);
  const rows: Cell[][] = [
    [t('campaigns.page.members'), treated.members, control.members],
    [t('campaigns.page.buyers'), treated.buyers, control.buyers],
    [
      t('campaigns.page.row.buyers'),
      perHead(treated.buyers, treated, share),
      perHead(control.buyers, control, share),
      ...told(buyers, share),
    ],
    [t('campaigns.page.sales'), money(treated.salesMinor), money(control.salesMinor)],
    [
      t('campaigns.page.perMember'),
      perHead(treated.salesMinor, treated, money),
      perHead(control.salesMinor, control, money),
      ...told(perMember, money),
    ],
    [t('campaigns.page.row.sales'), null, null, ...told(salesMinor, money)],
    [t('campaigns.page.row.margin'), null, null, ...told(marginMinor, money)],
    [t('campaigns.page.row.profit'), null, null, ...told(profitMinor, money)],
    [t('campaigns.page.row.roi'), null, null, ...told(roi, share)],
    [t('campaigns.page.redemptions'), redemptions],
    [t('campaigns.page.spent'), money(discountMinor)],
    [t('campaigns.page.budget'), money(terms.budgetMinor)],
  ];
  return {
    sheet: t('campaigns.page.answer'),
    columns: [
      { heading: t('campaigns.page.figure'), kind: 'text' },
      { heading: t('campaigns.page.treated'), kind: 'whole' },
      { heading: t('campaigns.page.control'), kind: 'whole' },
      { heading: t('campaigns.page.value'), kind: 'whole' },
      { heading: t('campaigns.page.low'), kind: 'whole' },
      { heading: t('campaigns.page.high'), kind: 'whole' },
      { heading: t('campaigns.page.chance'), kind: 'text' },
    ],
    rows,
  };
}
