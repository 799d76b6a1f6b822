import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { DefinitionList } from '../../ui/facts/DefinitionList.tsx';

/** Which sale it is and what goes back with it: money by tender, points both ways. */
export function SaleFacts({ receipt }: { readonly receipt: Receipt }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { member, lines, tenders, pointsEarned, pointsRedeemed } = receipt;
  const list = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' });
  const first = lines[0]?.name ?? t('returns.find.nothing');
  const goods = lines.length < 2 ? first : t('returns.find.more', { first, count: lines.length - 1 });
  const paid = tenders
    .filter(({ kind, amountMinor }) => kind !== 'points' && amountMinor !== 0)
    .map(({ kind, amountMinor }) => `${t(`purchases.tender.${kind}`)} ${format.money(amountMinor)}`);
  return (
    <DefinitionList
      columns={1}
      facts={[
        { label: t('returns.void.receipt'), value: `${receipt.receiptNumber} · ${format.time(receipt.occurredAtMs)}` },
        { label: t('returns.void.goods'), value: goods },
        ...(member ? [{ label: t('returns.void.member'), value: member.name ?? member.phoneMasked }] : []),
        { label: t('returns.void.amount'), value: format.money(receipt.netMinor) },
        {
          label: t('returns.void.payBack'),
          value: paid.length > 0 ? list.format(paid) : t('returns.void.nothingPaid'),
        },
        ...(pointsEarned > 0 ? [{ label: t('returns.void.pointsTaken'), value: format.count(pointsEarned) }] : []),
        ...(pointsRedeemed > 0 ? [{ label: t('returns.void.pointsGiven'), value: format.count(pointsRedeemed) }] : []),
      ]}
    />
  );
}
