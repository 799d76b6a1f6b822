/** By which of a row's values members on file are known again. */
export const MEMBER_KEYS = ['phone', 'card', 'email', 'externalId'] as const;
export type MemberKey = (typeof MEMBER_KEYS)[number];
