export const ROLES = ['clerk', 'manager', 'hq-analyst', 'hq-administrator'] as const;
export type Role = (typeof ROLES)[number];
/** The roles that a store gives; the others come from headquarters. */
export const STORE_ROLES = ['clerk', 'manager'] as const satisfies readonly Role[];

export const RIGHTS = [
  'member.read',
  'member.write',
  'member.unmask',
  'member.merge',
  'member.standing',
  'member.bulk',
  'product.read',
  'product.write',
  'offer.write',
  'audience.write',
  'message.send',
  'campaign.plan',
  'campaign.approve',
  'analysis.read',
  'coupon.issue',
  'stock.read',
  'stock.move',
  'request.note',
  'sale.make',
  'sale.return',
  'sale.void',
  'price.override',
  'points.redeem',
  'points.adjust',
  'staff.manage',
  'settings.write',
  'audit.read',
  'import.run',
] as const;
export type Right = (typeof RIGHTS)[number];

const CLERK: readonly Right[] = [
  'member.read',
  'member.write',
  'product.read',
  'stock.read',
  'request.note',
  'sale.make',
  'sale.return',
  'sale.void',
  'points.redeem',
];

const RIGHTS_OF: Record<Role, ReadonlySet<Right>> = {
  clerk: new Set(CLERK),
  manager: new Set(RIGHTS),
  'hq-analyst': new Set<Right>(['member.read', 'product.read', 'stock.read', 'analysis.read', 'audit.read']),
  'hq-administrator': new Set(RIGHTS),
};

export const mayDo = (role: Role, right: Right): boolean => RIGHTS_OF[role].has(right);
