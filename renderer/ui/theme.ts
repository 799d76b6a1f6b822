import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, Modal, Tooltip } from '@mantine/core';

const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/* Shades 0–9. Text on paper takes 7 or 8, text on dark takes 2 or 3, fills take 7: each pair is at least AA (4.5:1). */
const teal: MantineColorsTuple = [
  '#f0fdfa',
  '#d5f5ef',
  '#99f6e4',
  '#5eead4',
  '#2dd4bf',
  '#14b8a6',
  '#0d9488',
  '#0f766e',
  '#115e59',
  '#134e4a',
];
const red: MantineColorsTuple = [
  '#fef3f2',
  '#fee4e2',
  '#fecdca',
  '#fda29b',
  '#f97066',
  '#f04438',
  '#d92d20',
  '#b42318',
  '#912018',
  '#7a271a',
];
const amber: MantineColorsTuple = [
  '#fffaeb',
  '#fef0c7',
  '#fedf89',
  '#fec84b',
  '#fdb022',
  '#f79009',
  '#dc6803',
  '#b54708',
  '#93370d',
  '#7a2e0e',
];
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eef0f3',
  '#e2e6ea',
  '#d0d6dc',
  '#a9b2bc',
  '#8a949f',
  '#69737f',
  '#55606c',
  '#38424d',
  '#17202a',
];
const dark: MantineColorsTuple = [
  '#e3e6ea',
  '#c6ccd3',
  '#9aa4b0',
  '#8a94a1',
  '#3a424c',
  '#2b323a',
  '#20262d',
  '#16191e',
  '#111418',
  '#0b0d10',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  colors: { teal, red, amber, gray, dark },
  black: '#17202a',
  fontFamily: FONTS,
  headings: {
    fontFamily: FONTS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'md',
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] } },
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        padding: 'xl',
        overlayProps: { backgroundOpacity: 0.35, blur: 0 },
        transitionProps: { duration: 120, transition: 'fade' },
        // A <header> in a dialog would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    }),
    // In place rather than in a portal: content outside of every landmark is lost to screen readers' navigation.
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, transitionProps: { duration: 0 }, withinPortal: false },
    }),
    // They go by themselves; a cross without a name would be one more stop for the keyboard.
    Notification: { defaultProps: { withCloseButton: false } },
    Menu: {
      defaultProps: { transitionProps: { duration: 0 }, withinPortal: false, withInitialFocusPlaceholder: false },
    },
    Select: {
      defaultProps: { allowDeselect: false, comboboxProps: { transitionProps: { duration: 0 }, withinPortal: false } },
    },
  },
});

const light = (name: string, tint: number, text: number) => ({
  [`--mantine-color-${name}-light`]: `var(--mantine-color-${name}-${tint})`,
  [`--mantine-color-${name}-light-hover`]: `var(--mantine-color-${name}-${tint + 1})`,
  [`--mantine-color-${name}-light-color`]: `var(--mantine-color-${name}-${text})`,
  [`--mantine-color-${name}-text`]: `var(--mantine-color-${name}-7)`,
});
const onDark = (name: string, strength: number) => ({
  [`--mantine-color-${name}-light`]: `color-mix(in srgb, var(--mantine-color-${name}-5) ${strength}%, var(--mantine-color-dark-7))`,
  [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, var(--mantine-color-${name}-5) ${strength + 6}%, var(--mantine-color-dark-7))`,
  [`--mantine-color-${name}-light-color`]: `var(--mantine-color-${name}-2)`,
  [`--mantine-color-${name}-text`]: `var(--mantine-color-${name}-3)`,
  [`--mantine-color-${name}-outline`]: `var(--mantine-color-${name}-3)`,
});

/** Where Mantine's own variables would miss our palette or AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-success': 'var(--mantine-color-teal-7)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-5)',
    '--mantine-color-default-hover': 'var(--mantine-color-gray-1)',
    '--mantine-color-disabled': 'var(--mantine-color-gray-1)',
    '--mantine-color-disabled-color': 'var(--mantine-color-gray-6)',
    ...light('teal', 0, 8),
    ...light('red', 0, 7),
    ...light('amber', 0, 7),
    ...light('gray', 1, 8),
  },
  dark: {
    '--mantine-color-error': 'var(--mantine-color-red-3)',
    '--mantine-color-success': 'var(--mantine-color-teal-3)',
    '--mantine-color-anchor': 'var(--mantine-color-teal-3)',
    '--mantine-color-default-border': '#6b7582',
    ...onDark('teal', 18),
    ...onDark('red', 18),
    ...onDark('amber', 18),
    ...onDark('gray', 18),
  },
});
