import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/contract/purchases.contract.ts';
import type { Refund } from '../../../shared/purchases/return.ts';
import { TENDER_KINDS } from '../../../shared/purchases/tender.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './RefundChoice.module.css';

export type RefundKind = Refund['kind'] | 'as-paid';
const KINDS = TENDER_KINDS.filter((kind) => kind !== 'points');

interface RefundChoiceProps {
  /** How it would go back the way it was paid; left out where nothing was paid here. */
  readonly asPaid?: readonly Refund[];
  readonly paid?: Receipt['tenders'];
  readonly chosen: RefundKind;
  readonly onChoose: (kind: RefundKind) => void;
}

/** How the money goes out: the way it came unless the clerk chooses otherwise. Arrows choose. */
export function RefundChoice({ asPaid, paid = [], chosen, onChoose }: RefundChoiceProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const tender = (kind: Refund['kind']) => t(`purchases.tender.${kind}`);
  const parts =
    asPaid && asPaid.length > 1
      ? asPaid.map(({ kind, amountMinor }) => `${tender(kind)} ${format.money(amountMinor)}`)
      : [...new Set(paid.flatMap(({ kind }) => (kind === 'points' ? [] : [tender(kind)])))];
  const list = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' });
  const options: { readonly kind: RefundKind; readonly label: string; readonly help?: string }[] = [
    ...(asPaid ? [{ kind: 'as-paid' as const, label: t('returns.refund.asPaid'), help: list.format(parts) }] : []),
    ...KINDS.map((kind) => ({ kind, label: tender(kind) })),
  ];
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.legend}>{t('returns.refund.how')}</legend>
      {options.map(({ kind, label, help }) => (
        <label key={kind} className={classes.option} data-chosen={kind === chosen || undefined}>
          <input
            type="radio"
            name="refund"
            value={kind}
            checked={kind === chosen}
            className={classes.radio}
            onChange={() => onChoose(kind)}
          />
          {label}
          {help && <span className={classes.help}>{help}</span>}
        </label>
      ))}
    </fieldset>
  );
}
