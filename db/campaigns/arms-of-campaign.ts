import { type Arm, joined } from '../../shared/campaigns/evaluate-campaign.ts';
import type { ReadDb } from '../kernel/connection.ts';
import { armOfStretch, endOfStretch } from './campaigns.queries.ts';

/** So many members are summed up in a few milliseconds: what a sale may have to wait for. */
const STRETCH_MEMBERS = 4_096;

type Found = NonNullable<ReturnType<typeof armOfStretch.get>>;
const armOf = ({ members: n, buyers, uncostedMinor, ...of }: Found): Arm => {
  const before = { n, meanX: of.meanBefore, xx: of.ofBefore };
  return {
    members: n,
    buyers,
    uncostedMinor,
    sales: { ...before, meanY: of.meanSales, yy: of.ofSales, xy: of.withSales },
    margin: { ...before, meanY: of.meanMargin, yy: of.ofMargin, xy: of.withMargin },
  };
};

/** Both arms of a campaign as far as they are summed up, the whole of them last; between two of them the till may have its turn. */
export function* armsOf(
  db: ReadDb,
  campaignPk: number,
  stretch = STRETCH_MEMBERS,
): Generator<{ readonly treated: Arm; readonly control: Arm }, void> {
  const next = (after: number) => endOfStretch.get(db, { campaignPk, after, limit: stretch })?.through ?? null;
  let arms: { treated: Arm; control: Arm } | null = null;
  for (let [after, through] = [0, next(0)]; through !== null; [after, through] = [through, next(through)]) {
    const [treated, control] = [false, true].map((isControl) =>
      armOf(armOfStretch.get(db, { campaignPk, after, through: through as number, isControl }) as Found),
    ) as [Arm, Arm];
    arms = arms
      ? { treated: joined(arms.treated, treated), control: joined(arms.control, control) }
      : { treated, control };
    yield arms;
  }
}
