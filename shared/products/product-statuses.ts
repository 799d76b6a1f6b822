export const PRODUCT_STATUSES = ['active', 'discontinued'] as const;
