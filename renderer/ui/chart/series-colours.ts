/**
 * Okabe–Ito, told apart by colour-blind eyes, in the order of first use; the dark set is the same hues re-coloured for a
 * dark ground. Give a thing (a store, a tier) the same index everywhere.
 */
export const SERIES_COLOURS = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#2b8cc4', '#7a6a00', '#4d4d4d'],
  dark: ['#56b4e9', '#e69f00', '#2fc79a', '#e39ac5', '#f0e442', '#7cc4ee', '#ff8c4a', '#c9c9c9'],
} as const;
