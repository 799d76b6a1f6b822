/** An account that is suspended or closed, and taken up again. */
export const standing = {
  changed: {
    suspend: 'Account suspended',
    reinstate: 'Account reinstated',
    close: 'Account closed',
    reopen: 'Account reopened',
  },
  reason: {
    'lost-card': 'Card lost',
    abuse: 'Misuse',
    'own-request': 'At the member’s request',
    'cleared-up': 'Cleared up',
    mistake: 'Was a mistake',
    'moved-away': 'Moved away',
    other: 'Other reason',
  },
} as const;
