import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemberCoupon } from '../../../shared/contract/coupons.contract.ts';
import { asCouponCode, spacedCode } from '../../../shared/coupons/coupon-code.ts';
import { useTRPC } from '../../lib/api.ts';
import { refusalWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/use-format.ts';
import { basketToSend } from './basket.ts';
import type { BasketHold } from './basket-store.ts';
import type { useUndoable } from './use-undoable.ts';

/** Refusals that the clerk can still mend in this sale: the coupon stays among those presented, with the reason. */
const MENDABLE = ['coupon-no-member', 'coupon-of-another-member'];

/** The coupons of this sale: how one is presented and removed, and which others the member has. */
export function useCoupons({ basket, act }: BasketHold, undoable: ReturnType<typeof useUndoable>) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormat();
  const { memberId, coupons } = basket;
  const ofMember = useQuery({
    ...trpc.coupons.ofMember.queryOptions({ memberId: memberId ?? ('' as never) }),
    enabled: memberId !== null,
  }).data;
  const isOffered = ({ code, condition, isLive }: MemberCoupon) =>
    condition === 'open' && isLive && !coupons.includes(code);

  /** Presents a code. Answers why it is not taken, or null. */
  const present = async (typed: string): Promise<string | null> => {
    const code = asCouponCode(typed);
    if (coupons.includes(code)) return t('coupons.till.there');
    const asked = { ...basketToSend(basket), lines: [], pointsToRedeem: 0, coupons: [code] };
    const { coupons: said } = await queries.fetchQuery(trpc.purchases.quote.queryOptions(asked));
    const [one] = said;
    if (one?.refusal && !MENDABLE.includes(one.refusal.reason)) return refusalWords(one.refusal, t, format);
    act({ kind: 'coupon', code });
    notifications.show({ message: t('coupons.till.presented', { name: one?.name ?? spacedCode(code) }) });
    return null;
  };
  return {
    offered: memberId === null ? [] : (ofMember ?? []).filter(isOffered),
    present,
    presentOwn: ({ code }: MemberCoupon) => act({ kind: 'coupon', code }),
    remove: (code: string) =>
      undoable(t('coupons.till.removed', { code: spacedCode(code) }), { kind: 'no-coupon', code }),
  };
}
