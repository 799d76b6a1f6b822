import { useTranslation } from 'react-i18next';
import type { FactsSummary } from '../../../../shared/backups/facts-summary.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { DefinitionList } from '../../../ui/facts/DefinitionList.tsx';
import { Money } from '../../../ui/facts/Money.tsx';

/** What facts were about, in figures; only what there is. */
export function SummaryFacts({ summary }: { readonly summary: FactsSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { facts, sales, returns, netMinor, newMembers, pointsEntries, firstReceipt, lastReceipt } = summary;
  const other = facts - sales - returns - newMembers - pointsEntries;
  const counted = [
    { label: t('backups.restore.sales'), count: sales },
    { label: t('backups.restore.returns'), count: returns },
    { label: t('backups.restore.members'), count: newMembers },
    { label: t('backups.restore.points'), count: pointsEntries },
    { label: t('backups.restore.other'), count: other },
  ].filter(({ count }) => count > 0);
  return (
    <DefinitionList
      facts={[
        ...counted.map(({ label, count }) => ({ label, value: format.count(count) })),
        ...(firstReceipt && lastReceipt
          ? [
              { label: t('backups.restore.net'), value: <Money minor={netMinor} loss /> },
              {
                label: t('backups.restore.receipts'),
                value:
                  firstReceipt === lastReceipt
                    ? firstReceipt
                    : t('backups.restore.receiptRange', { first: firstReceipt, last: lastReceipt }),
              },
            ]
          : []),
      ]}
    />
  );
}
