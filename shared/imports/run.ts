/**
 * How far an import got in the store: `stopped` was cancelled half-way and keeps what it wrote until it is undone;
 * `applying` and `undoing` go on by themselves after a restart.
 */
export const IMPORT_STATES = ['applying', 'paused', 'stopped', 'applied', 'undoing', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Why an undo left something. */
export const KEPT_REASONS = [
  'changed-since',
  'bought-since',
  'points-used',
  'used-since',
  'sold-since',
  'returned-since',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

export const KEPT_SUBJECTS = ['member', 'product', 'purchase'] as const;
export type KeptSubject = (typeof KEPT_SUBJECTS)[number];
