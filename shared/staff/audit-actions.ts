/** Every act that the audit log knows; the window has words for each. */
export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-in-refused',
  'approve',
  'approve-refused',
  'adjust-points',
  'consent',
  'replace-card',
  'unmask',
  'price-override',
  'return',
  'return-without-receipt',
  'void',
  'add-staff',
  'change-staff',
  'set-pin',
  'change-programme',
  'pos-api',
  'api-key-create',
  'api-key-revoke',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
