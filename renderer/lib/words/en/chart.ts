export const chart = {
  asTable: 'Show as table',
  asChart: 'Show as chart',
  savePng: 'Save as picture',
} as const;
