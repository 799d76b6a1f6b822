import { Button, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { useFormat } from '../../lib/use-format.ts';
import { isComposing } from '../../ui/shortcuts/key-match.ts';
import type { Basket } from './basket.ts';
import { type PointsEntry, readPoints, stepPoints } from './points-entry.ts';
import classes from './RedeemForm.module.css';
import { useQuote } from './use-quote.ts';

interface RedeemFormProps {
  readonly basket: Basket;
  readonly quote: Quote;
  readonly card: MemberCard;
  readonly onPoints: (points: number) => void;
}

/** Points to use, by steps or typed; the main process says what they pay. Enter takes them. */
export function RedeemForm({ basket, quote, card, onPoints }: RedeemFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const inWords = (points: number) => t('facts.points', { count: points });
  const field = useRef<HTMLInputElement>(null);
  // The price may have come after the dialog gave the focus away.
  useEffect(() => field.current?.focus(), []);
  const [text, setText] = useState(String(basket.pointsToRedeem || quote.maxRedeemablePoints));
  const entry = readPoints(text, quote);
  const priced = useQuote({ ...basket, pointsToRedeem: entry.kind === 'fits' ? entry.points : basket.pointsToRedeem });
  const step = (direction: 1 | -1) => setText(String(stepPoints(text, direction, quote)));

  const wrong = (found: PointsEntry): string | null => {
    const [least, most] = [inWords(quote.redeemStepPoints), inWords(quote.maxRedeemablePoints)];
    if (found.kind === 'not-a-number') return t('purchases.redeem.notANumber');
    if (found.kind === 'too-many') return t('purchases.redeem.tooMany', { max: most });
    if (found.kind === 'not-a-step')
      return t('purchases.redeem.notAStep', { step: least, below: inWords(found.below) });
    return null;
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (entry.kind === 'fits') onPoints(entry.points);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return event.key === 'Enter' ? event.preventDefault() : undefined;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? 1 : -1);
  };

  return (
    <form className={classes.form} aria-label={t('purchases.redeem.title')} onSubmit={onSubmit}>
      <div className={classes.entry}>
        <Button
          variant="default"
          className={classes.step}
          aria-label={t('purchases.redeem.less')}
          onClick={() => step(-1)}
        >
          <IconMinus size={18} stroke={1.5} aria-hidden />
        </Button>
        <TextInput
          ref={field}
          className={classes.points}
          aria-label={t('purchases.redeem.points')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          data-autofocus
          value={text}
          aria-invalid={entry.kind !== 'fits'}
          aria-describedby="points-help"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          variant="default"
          className={classes.step}
          aria-label={t('purchases.redeem.more')}
          onClick={() => step(1)}
        >
          <IconPlus size={18} stroke={1.5} aria-hidden />
        </Button>
      </div>
      <p id="points-help" role="status" className={classes.help} data-wrong={entry.kind !== 'fits' || undefined}>
        {wrong(entry) ??
          t('purchases.redeem.help', {
            step: inWords(quote.redeemStepPoints),
            max: inWords(quote.maxRedeemablePoints),
          })}
      </p>
      <dl className={classes.figures} data-stale={!priced.fresh || undefined}>
        <div>
          <dt>{t('purchases.redeem.available')}</dt>
          <dd>{format.count(card.availablePoints)}</dd>
        </div>
        <div>
          <dt>{t('purchases.redeem.pays')}</dt>
          <dd>{format.money(priced.quote?.pointsPaidMinor ?? 0)}</dd>
        </div>
        <div>
          <dt>{t('purchases.redeem.leaves')}</dt>
          <dd>{format.money(priced.quote?.toPayMinor ?? quote.toPayMinor)}</dd>
        </div>
      </dl>
      <div className={classes.end}>
        {basket.pointsToRedeem > 0 && (
          <Button variant="default" h={44} onClick={() => onPoints(0)}>
            {t('purchases.redeem.without')}
          </Button>
        )}
        <Button variant="default" h={44} onClick={() => setText(String(quote.maxRedeemablePoints))}>
          {t('purchases.redeem.max')}
        </Button>
        <Button type="submit" h={44} disabled={entry.kind !== 'fits'}>
          {t('purchases.redeem.apply')}
        </Button>
      </div>
    </form>
  );
}
