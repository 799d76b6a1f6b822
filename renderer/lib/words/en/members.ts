export const members = {
  title: 'Members',
  tier: { member: 'Member', silver: 'Silver', gold: 'Gold', platinum: 'Platinum' },
  status: { active: 'Active', suspended: 'Suspended', closed: 'Closed', erased: 'Erased' },
  noName: 'No name',
} as const;
