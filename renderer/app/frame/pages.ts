import {
  IconBuildingWarehouse,
  IconCashRegister,
  IconChartHistogram,
  IconDiscount,
  IconFileImport,
  IconHistory,
  IconMessage,
  IconPackage,
  IconReceiptRefund,
  IconRobot,
  IconSettings,
  IconSpeakerphone,
  IconTargetArrow,
  IconTicket,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Right } from '../../../shared/staff/rights.ts';
import { useSignedIn } from '../../lib/signed-in.ts';

/** The pages of the rail and the palette, in the rail's order; with a right, only for those who have it. */
export const PAGES = [
  { to: '/till', word: 'frame.page.till', icon: IconCashRegister, right: null },
  { to: '/returns', word: 'frame.page.returns', icon: IconReceiptRefund, right: 'sale.return' satisfies Right },
  { to: '/members', word: 'frame.page.members', icon: IconUsers, right: null },
  { to: '/data-quality', word: 'frame.page.quality', icon: IconUsersGroup, right: 'member.merge' satisfies Right },
  { to: '/products', word: 'frame.page.products', icon: IconPackage, right: null },
  { to: '/promotions', word: 'frame.page.promotions', icon: IconDiscount, right: 'offer.write' satisfies Right },
  { to: '/coupons', word: 'frame.page.coupons', icon: IconTicket, right: 'offer.write' satisfies Right },
  { to: '/campaigns', word: 'frame.page.campaigns', icon: IconSpeakerphone, right: 'campaign.plan' satisfies Right },
  { to: '/automations', word: 'frame.page.automations', icon: IconRobot, right: 'campaign.plan' satisfies Right },
  { to: '/audiences', word: 'frame.page.audiences', icon: IconTargetArrow, right: 'audience.write' satisfies Right },
  { to: '/messages', word: 'frame.page.messages', icon: IconMessage, right: 'message.send' satisfies Right },
  { to: '/value', word: 'frame.page.value', icon: IconChartHistogram, right: 'analysis.read' satisfies Right },
  { to: '/stock', word: 'frame.page.stock', icon: IconBuildingWarehouse, right: 'stock.read' satisfies Right },
  { to: '/imports', word: 'frame.page.imports', icon: IconFileImport, right: 'import.run' satisfies Right },
  { to: '/audit', word: 'frame.page.audit', icon: IconHistory, right: 'audit.read' satisfies Right },
  { to: '/settings', word: 'frame.page.settings', icon: IconSettings, right: null },
] as const;

/** The pages that are offered to whoever is signed in. */
export function usePages() {
  const { rights } = useSignedIn();
  return PAGES.filter(({ right }) => right === null || rights.includes(right));
}
