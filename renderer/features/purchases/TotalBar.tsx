import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import { KeyButton } from '../../ui/shortcuts/KeyButton.tsx';
import classes from './TotalBar.module.css';
import type { Pricing } from './use-quote.ts';

interface TotalBarProps {
  readonly pricing: Pricing;
  readonly lineCount: number;
  readonly onPay: () => void;
}

/** What is to pay, the largest figure of the screen, with what it is made of and the key that takes the money. */
export function TotalBar({ pricing: { quote, fresh, error, retry }, lineCount, onPay }: TotalBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorWords = useErrorWords();
  return (
    <section className={classes.bar} aria-label={t('purchases.total.label')}>
      {error ? (
        <div role="alert" className={classes.error}>
          <span>{errorWords(error).text}</span>
          <Button variant="default" h={44} onClick={retry}>
            {t('actions.retry')}
          </Button>
        </div>
      ) : (
        <dl className={classes.parts}>
          {quote &&
            lineCount > 0 &&
            parts(quote).map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      )}
      <p
        className={classes.due}
        aria-busy={lineCount > 0 && !fresh}
        data-stale={(lineCount > 0 && !fresh) || undefined}
      >
        <span className={classes.label}>{t('purchases.total.label')}</span>
        <output className={classes.total}>{format.money(quote?.toPayMinor ?? 0)}</output>
      </p>
      <KeyButton keys="F12" h={56} className={classes.pay ?? ''} disabled={lineCount === 0} onClick={onPay}>
        {t('purchases.total.pay')}
      </KeyButton>
    </section>
  );

  function parts({ lines, grossMinor, discountMinor, taxMinor, pointsPaidMinor }: Quote) {
    const reduced = discountMinor > 0 || pointsPaidMinor > 0;
    return [
      { label: t('purchases.total.items', { count: lines.length }), value: format.money(grossMinor), shown: true },
      { label: t('purchases.total.discount'), value: format.money(-discountMinor), shown: discountMinor > 0 },
      { label: t('purchases.tender.points'), value: format.money(-pointsPaidMinor), shown: pointsPaidMinor > 0 },
      { label: t('purchases.total.tax'), value: format.money(taxMinor), shown: taxMinor > 0 && !reduced },
    ].filter((part) => part.shown);
  }
}
