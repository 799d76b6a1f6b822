/** What a page or a list says when it is not simply showing its data. */
export const states = {
  loading: 'Loading',
  failed: 'This could not be loaded',
  failedBody: 'Nothing was changed. Try again; if it stays so, give the details to support.',
  details: 'Details for support',
  notAllowed: 'Your role does not include this',
  notAllowedBody: 'These roles do: {{roles}}. Ask one of them, or switch staff.',
  crashed: 'This page stopped working',
  crashedBody: 'What was saved is safe. Try again; if it stays so, give the details to support.',
} as const;
