import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { OfferExplanation } from '../../../shared/contract/offers.contract.ts';
import type { Quote } from '../../../shared/contract/purchases.contract.ts';
import { ExplainedOffers } from '../../ui/offers/ExplainedOffers.tsx';
import { prepareUi, renderUi } from '../../ui/render-for-test.tsx';
import { OffersInSale } from './OffersInSale.tsx';
import { offersOfLine } from './priced-line.ts';

prepareUi();

const offer = (name: string) => ({ offerId: name as OfferExplanation['offerId'], version: 1, name });
const given = { amountMinor: 0, perLine: [0, 0], times: 1, cutBy: null, extra: null, points: 0 };
const offers: readonly OfferExplanation[] = [
  { ...offer('Tea 10%'), ...given, applied: true, amountMinor: 520, perLine: [520, 0], cutBy: 'budget' },
  { ...offer('Double points'), ...given, applied: true, points: 40 },
  { ...offer('Gold only'), applied: false, reason: 'no-member', details: {} },
  { ...offer('Over 60'), applied: false, reason: 'spend-short', details: { missingMinor: 1200 } },
];
const lines = [{ name: 'Tea' }, { name: 'Rice' }];
const quote = { offers, lines, netMinor: 4680 } as unknown as Quote;

describe('the offers of a sale', () => {
  it('say what the basket gets, what it just misses, and how many do not apply', () => {
    const onWhy = vi.fn<() => void>();
    renderUi(<OffersInSale quote={quote} onWhy={onWhy} />);
    const box = screen.getByRole('region', { name: 'Offers' });
    expect(box.textContent).toContain('Tea 10%-¥5.20');
    expect(box.textContent).toContain('Double points40 points on top');
    expect(box.textContent).toContain('¥12.00 more for “Over 60”');
    expect(box.textContent).toContain('2 do not apply');
    fireEvent.click(screen.getByRole('button', { name: /Reasons/ }));
    expect(onWhy).toHaveBeenCalledTimes(1);
  });

  it('are not spoken of where none is live', () => {
    const { container } = renderUi(<OffersInSale quote={{ ...quote, offers: [] }} onWhy={() => {}} />);
    expect(container.querySelector('section')).toBeNull();
  });

  it('are explained one by one, those that applied first', () => {
    renderUi(<ExplainedOffers label="Why" offers={offers.toReversed()} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Double points40 points on top',
      'Tea 10%¥5.20 off · Cut to what is left of its budget',
      'Over 60¥12.00 more must be spent on its goods.',
      'Gold onlyFor members. Find the member, or enrol the customer.',
    ]);
  });

  it('are told of at the lines that they took something off', () => {
    const [tea, rice] = quote.lines;
    expect(offersOfLine(quote, tea ?? null)).toEqual(['Tea 10%']);
    expect(offersOfLine(quote, rice ?? null)).toEqual([]);
    expect(offersOfLine(quote, null)).toEqual([]);
  });
});
