import { useTranslation } from 'react-i18next';
import type { PointsLotRow } from '../../../shared/contract/points.contract.ts';

const INK: Record<PointsLotRow['state'], string> = {
  available: 'var(--accent-ink)',
  pending: 'var(--attention)',
  withheld: 'var(--danger)',
  expired: 'var(--ink-soft)',
  spent: 'var(--ink-soft)',
};

/** Whether a lot can be spent. */
export function LotState({ state }: { readonly state: PointsLotRow['state'] }) {
  const { t } = useTranslation();
  return <span style={{ color: INK[state] }}>{t(`points.lotState.${state}`)}</span>;
}
