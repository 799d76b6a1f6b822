import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { MemberCoupon } from '../../../shared/contract/coupons.contract.ts';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { prepareUi, renderUi } from '../../ui/render-for-test.tsx';
import { CouponsInSale } from './CouponsInSale.tsx';

prepareUi();

const said = (code: string, more: object) => ({
  code,
  name: `Ticket ${code}`,
  throughDate: null,
  offerId: null,
  refusal: null,
  ...more,
});
const quote = {
  offers: [{ offerId: 'offer-1', name: 'Ten off' }],
  coupons: [
    said('A', { offerId: 'offer-1' }),
    said('B', {}),
    said('C', { refusal: { reason: 'coupon-expired', details: { throughDate: '2026-03-14' } } }),
  ],
} as unknown as Quote;
const owned = { code: 'K7QM2XWD0ETG', name: 'Birthday', throughDate: '2026-03-31' } as MemberCoupon;

describe('the coupons of a sale', () => {
  it('say which offer takes each, which is not needed, and why one is not taken', () => {
    const onRemove = vi.fn<(code: string) => void>();
    renderUi(
      <CouponsInSale
        codes={['A', 'B', 'C', 'D']}
        quote={quote}
        offered={[]}
        onPresent={() => {}}
        onRemove={onRemove}
      />,
    );
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows[0]).toBe('Ticket AUsed for “Ten off”');
    expect(rows[1]).toContain('not needed here');
    expect(rows[2]).toContain('expired after 2026-03-14');
    expect(rows[3]).toContain('Looked at with the first product');
    fireEvent.click(screen.getByRole('button', { name: 'Remove coupon C' }));
    expect(onRemove).toHaveBeenCalledWith('C');
  });

  it('offer what the member has, and are not spoken of where there are none', () => {
    const onPresent = vi.fn<(coupon: MemberCoupon) => void>();
    const props = { codes: [], quote: null, onPresent, onRemove: () => {} };
    const { container } = renderUi(<CouponsInSale {...props} offered={[]} />);
    expect(container.querySelector('section')).toBeNull();
    renderUi(<CouponsInSale {...props} offered={[owned]} />);
    fireEvent.click(screen.getByRole('button', { name: 'Present Birthday, K7QM-2XWD-0ETG' }));
    expect(onPresent).toHaveBeenCalledWith(owned);
  });
});
