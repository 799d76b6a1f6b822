import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';

interface PointsProps {
  readonly points: number;
  /** With its unit ("180 points"); without it where the label or the column already says so. */
  readonly unit?: boolean;
  /** With a plus sign, for changes. */
  readonly signed?: boolean;
}

export function Points({ points, unit = false, signed = false }: PointsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (unit) return <span>{t('facts.points', { count: points })}</span>;
  return (
    <span>
      {signed && points > 0 ? '+' : ''}
      {format.count(points)}
    </span>
  );
}
