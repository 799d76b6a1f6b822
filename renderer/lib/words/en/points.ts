export const points = {
  title: 'Points',
} as const;
