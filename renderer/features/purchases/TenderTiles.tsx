import { IconBrandAlipay, IconBrandWechat, IconCash, IconCreditCard, IconDots, IconGift } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../ui/shortcuts/Keys.tsx';
import { PAY_KINDS, type PayKind } from './payment.ts';
import classes from './TenderTiles.module.css';

const ICONS: Record<PayKind, typeof IconCash> = {
  cash: IconCash,
  'bank-card': IconCreditCard,
  'wechat-pay': IconBrandWechat,
  alipay: IconBrandAlipay,
  'gift-card': IconGift,
  other: IconDots,
};

interface TenderTilesProps {
  readonly chosen: PayKind;
  /** A touch or a digit: cash goes on to the amount. */
  readonly onChoose: (kind: PayKind) => void;
  /** The arrows, which stay on the tiles. */
  readonly onSelect: (kind: PayKind) => void;
}

/** How it is paid: six tiles with their digits. */
export function TenderTiles({ chosen, onChoose, onSelect }: TenderTilesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.tiles}>
      <legend className={classes.legend}>{t('purchases.pay.how')}</legend>
      {PAY_KINDS.map((kind, index) => {
        const Icon = ICONS[kind];
        return (
          <label key={kind} className={classes.tile} data-chosen={kind === chosen || undefined}>
            <input
              type="radio"
              name="tender"
              value={kind}
              checked={kind === chosen}
              data-autofocus={kind === chosen || undefined}
              className={classes.radio}
              onChange={() => onSelect(kind)}
              onClick={(event) => event.detail > 0 && onChoose(kind)}
            />
            <Icon size={20} stroke={1.5} aria-hidden />
            <span className={classes.name}>{t(`purchases.tender.${kind}`)}</span>
            <Keys keys={String(index + 1)} />
          </label>
        );
      })}
    </fieldset>
  );
}
