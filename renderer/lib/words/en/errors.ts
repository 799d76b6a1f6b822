/** Errors that no contract names: the connection, the rights, a bug. */
export const errors = {
  offline: 'The program did not answer. What was saved is safe. Try again; if it stays so, start it again.',
  signInNeeded: 'You are no longer signed in. Sign in and try again.',
  notAllowed: 'Your role does not include this. Nothing was changed.',
  noStore: 'No store is open. Start the program again.',
  badInput: 'Something in this entry is not accepted. Nothing was changed; check the fields.',
  unexpected: 'Something unexpected went wrong. Nothing was changed. Try again; if it stays so, tell support.',
} as const;
