import { IconCashRegister, IconPackage, IconSettings, IconUsers } from '@tabler/icons-react';

/** The pages of the rail and the palette, in the rail's order. */
export const PAGES = [
  { to: '/till', word: 'frame.page.till', icon: IconCashRegister },
  { to: '/members', word: 'frame.page.members', icon: IconUsers },
  { to: '/products', word: 'frame.page.products', icon: IconPackage },
  { to: '/settings', word: 'frame.page.settings', icon: IconSettings },
] as const;
