/** A colleague allows by PIN what the clerk may not do alone. */
export const approval = {
  title: 'A manager allows this',
  allow: 'Allow',
  nobody: 'Nobody here can allow this',
  nobodyBody: 'No active colleague has this right. A manager is added in Settings.',
} as const;
