import type { TFunction } from 'i18next';
import type { Role } from '../../../shared/staff/rights.ts';

/** A place on the screen, as a CSS selector made of what assistive technology is told: it moves with the words. */
type Place = (t: TFunction) => string;

const labelled = (element: string, label: string, inside = ''): string =>
  `${element}[aria-label=${JSON.stringify(label)}]${inside}`;

const productField: Place = (t) => labelled('[role=combobox]', t('purchases.product.find'));
const basketRow: Place = (t) => labelled('table', t('purchases.basket.label'), ' tbody tr');
const memberField: Place = (t) => labelled('[role=combobox]', t('memberCard.find'));
const memberInSale: Place = (t) => labelled('a', t('purchases.member.open'));
const total: Place = (t) => labelled('section', t('purchases.total.label'));
const saleDone: Place = (t) => labelled('section', t('purchases.done.title'));
const nothingToPay: Place = (t) => `main:not(:has(${saleDone(t)})) ${productField(t)}`;

export interface TourStep {
  /** Names its words: `tour.step.<id>`. */
  readonly id:
    | 'product'
    | 'quantity'
    | 'member'
    | 'pay'
    | 'next'
    | 'hold'
    | 'returns'
    | 'members'
    | 'onemember'
    | 'products'
    | 'staff'
    | 'audit'
    | 'help';
  /** Where it happens: the tour goes there by itself. */
  readonly page?: '/till' | '/members' | '/products' | '/settings' | '/audit';
  /** What it speaks of, outlined while it does. */
  readonly target?: Place;
  /** It is done when this is on the screen; without, when its reader goes on. */
  readonly until?: Place;
  /** Or when this page is open. */
  readonly untilPage?: RegExp;
}

const CLERK: readonly TourStep[] = [
  { id: 'product', page: '/till', target: productField, until: basketRow },
  { id: 'quantity', target: basketRow },
  { id: 'member', target: memberField, until: memberInSale },
  { id: 'pay', target: total, until: saleDone },
  { id: 'next', target: saleDone, until: nothingToPay },
  { id: 'hold' },
  { id: 'returns', untilPage: /^\/returns/ },
  { id: 'help' },
];

const MANAGER: readonly TourStep[] = [
  { id: 'members', page: '/members', untilPage: /^\/members\/./ },
  { id: 'onemember' },
  { id: 'products', page: '/products' },
  { id: 'staff', page: '/settings' },
  { id: 'audit', page: '/audit' },
  { id: 'help' },
];

/** What somebody of this role is shown. */
export const tourOf = (role: Role): readonly TourStep[] => (role === 'clerk' ? CLERK : MANAGER);
