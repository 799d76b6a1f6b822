export const products = {
  title: 'Products',
  unit: { piece: 'pc', kg: 'kg' },
} as const;
