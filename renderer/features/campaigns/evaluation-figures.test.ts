import { expect, it } from 'vitest';
import type { CampaignView, ShownEvaluation } from '../../../shared/contract/campaigns.contract.ts';
import { exportsContract } from '../../../shared/contract/exports.contract.ts';
import { evaluationFigures } from './evaluation-figures.ts';

const t = ((key: string) => key) as unknown as Parameters<typeof evaluationFigures>[2];
const told = (estimate: number, low: number, high: number) => ({ told: true as const, estimate, low, high });
const evaluation = {
  treated: { members: 900, buyers: 300, salesMinor: 1_800_000 },
  control: { members: 0, buyers: 0, salesMinor: 0 },
  perMember: { ...told(200.4, 100.2, 300.6), pValue: 0.0002 },
  buyers: { ...told(0.0512, -0.01, 0.11), pValue: 0.02 },
  salesMinor: told(180_360, 90_180, 270_540),
  marginMinor: { told: false, why: 'cost-unknown' },
  profitMinor: { told: false, why: 'cost-unknown' },
  roi: told(0.5, -0.25, 1.25),
} as unknown as ShownEvaluation;
const campaign = { terms: { budgetMinor: 500_000 }, discountMinor: 120_000, redemptions: 42 } as CampaignView;

const { columns, rows } = evaluationFigures(campaign, evaluation, t);
const row = (name: string) => rows.find(([first]) => first === `campaigns.page.${name}`);
const money = (value: number) => ({ kind: 'money', value });
const percent = (value: number) => ({ kind: 'percent', value });

it('every figure stands as a number of its kind, with the ends of its interval', () => {
  expect(row('members')?.slice(1)).toEqual([900, 0]);
  expect(row('row.sales')?.slice(1)).toEqual([null, null, money(180_360), money(90_180), money(270_540), null]);
  expect(row('row.roi')?.slice(3)).toEqual([percent(5000), percent(-2500), percent(12_500), null]);
  expect(row('row.buyers')?.slice(1)).toEqual([
    percent(3333),
    null,
    percent(512),
    percent(-100),
    percent(1100),
    '0.020',
  ]);
  expect(row('perMember')?.slice(1)).toEqual([money(2000), null, money(200), money(100), money(301), '< 0.001']);
  expect(row('budget')?.slice(1)).toEqual([money(500_000)]);
});

it('what cannot be told is said, and the door takes the table as it is', () => {
  expect(row('row.margin')?.[3]).toEqual({ kind: 'text', value: 'campaigns.untold.cost-unknown' });
  expect(exportsContract.figures.input.safeParse({ sheet: 'Figures', columns, rows }).success).toBe(true);
});
