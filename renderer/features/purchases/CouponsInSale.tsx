import { IconTicket, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MemberCoupon } from '../../../shared/contract/coupons.contract.ts';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { spacedCode } from '../../../shared/coupons/coupon-code.ts';
import { refusalWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import classes from './CouponsInSale.module.css';
import inSale from './InSale.module.css';

interface CouponsInSaleProps {
  /** The codes that are presented. */
  readonly codes: readonly string[];
  /** What the last price says of them; null before there is one. */
  readonly quote: Quote | null;
  /** What the member has that is open and not presented yet, those first that end first. */
  readonly offered: readonly MemberCoupon[];
  readonly onPresent: (coupon: MemberCoupon) => void;
  readonly onRemove: (code: string) => void;
}

/** The coupons of this sale: what each does or why it is not taken, and what else the member could use. */
export function CouponsInSale({ codes, quote, offered, onPresent, onRemove }: CouponsInSaleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (codes.length === 0 && offered.length === 0) return null;
  return (
    <section className={inSale.box} aria-label={t('coupons.till.label')}>
      <h2 className={inSale.title}>{t('coupons.till.label')}</h2>
      {codes.length > 0 && (
        <ul className={classes.list}>
          {codes.map((code) => {
            const said = quote?.coupons.find((one) => one.code === code);
            const offer = said?.offerId ? quote?.offers.find(({ offerId }) => offerId === said.offerId) : undefined;
            const tone = said?.refusal ? 'refused' : offer ? 'used' : 'spare';
            const words = said?.refusal
              ? refusalWords(said.refusal, t, format)
              : offer
                ? t('coupons.till.used', { offer: offer.name })
                : t(said ? 'coupons.till.spare' : 'coupons.till.unpriced');
            return (
              <li key={code} className={classes.chip} data-tone={tone}>
                <IconTicket size={18} stroke={1.5} aria-hidden />
                <span className={classes.what}>
                  <span className={classes.name}>{said?.name ?? spacedCode(code)}</span>
                  <span className={classes.words} role={said?.refusal ? 'alert' : undefined}>
                    {words}
                  </span>
                </span>
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={t('coupons.till.remove', { code: spacedCode(code) })}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onRemove(code)}
                >
                  <IconX size={18} stroke={1.5} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {offered.length > 0 && (
        <>
          <p className={classes.soft}>{t('coupons.till.ofMember')}</p>
          <ul className={classes.list}>
            {offered.map((coupon) => (
              <li key={coupon.code}>
                <button
                  type="button"
                  className={classes.offered}
                  aria-label={t('coupons.till.presentOne', { name: coupon.name, code: spacedCode(coupon.code) })}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onPresent(coupon)}
                >
                  <span className={classes.name}>{coupon.name}</span>
                  <span className={classes.until}>
                    {t('coupons.till.through', { date: format.date(coupon.throughDate) })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <div className={classes.act}>
            <KeyButton keys="Alt+U" variant="default" onClick={() => offered[0] && onPresent(offered[0])}>
              {t('coupons.till.presentFirst')}
            </KeyButton>
          </div>
        </>
      )}
    </section>
  );
}
