import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCard } from '../../../shared/contract/members.contract.ts';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import classes from './RedeemForm.module.css';

interface NoPointsToUseProps {
  readonly card: MemberCard;
  readonly quote: Quote;
  readonly onClose: () => void;
}

/** Why no points can be used in this sale. */
export function NoPointsToUse({ card, quote, onClose }: NoPointsToUseProps) {
  const { t } = useTranslation();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className={classes.form}>
      <p className={classes.none}>{reason(card, quote, t)}</p>
      <div className={classes.end}>
        <Button ref={back} h={44} variant="default" onClick={onClose} data-autofocus>
          {t('actions.back')}
        </Button>
      </div>
    </div>
  );
}

function reason({ status, availablePoints }: MemberCard, { redeemStepPoints }: Quote, t: TFunction): string {
  const inWords = (points: number) => t('facts.points', { count: points });
  const step = inWords(redeemStepPoints);
  if (status !== 'active') return t('purchases.redeem.noneStopped');
  if (availablePoints < redeemStepPoints)
    return t('purchases.redeem.noneAvailable', { available: inWords(availablePoints), step });
  return t('purchases.redeem.noneBasket', { step });
}
