import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const lake: MantineColorsTuple = ['#edf6f7', '#d6eaed', '#add6db', '#7fbfc8', '#55a8b3', '#35909d', '#1f7886', '#126271', '#0c4e5b', '#083c46'];
const stone: MantineColorsTuple = ['#faf9f7', '#f4f2ee', '#e8e5df', '#d7d3cb', '#b3b0a9', '#85857f', '#62656a', '#474c51', '#2f3439', '#1b2024'];
const night: MantineColorsTuple = ['#e6e5e1', '#c3c6c8', '#a5abaf', '#7d858a', '#3f464c', '#343a40', '#262b30', '#1d2125', '#171a1d', '#101214'];
const fontStack = "'Source Sans 3', Vazirmatn, 'Noto Sans Hebrew', 'Noto Sans KR', 'Noto Sans JP', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const small = { defaultProps: { size: 'xs' } };
// The list itself scrolls (theme.css): a scroll area inside it would be a box that scrolls but cannot be focused.
const smallList = { defaultProps: { size: 'xs', withScrollArea: false } };
// What opens is there with the key or click that asked for it: were it drawn a frame later, letters typed at once would go to what lies below.
const atOnce = { duration: 0 };

/** Compact controls on an 8-point grid, one accent (lake), warm neutrals. */
export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 6 },
  colors: { lake, gray: stone, dark: night },
  fontFamily: fontStack,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Segoe UI Mono', Menlo, Consolas, monospace",
  headings: { fontFamily: fontStack, fontWeight: '600', sizes: { h1: { fontSize: '1.375rem', lineHeight: '1.25' }, h2: { fontSize: '1.125rem', lineHeight: '1.3' }, h3: { fontSize: '0.9375rem', lineHeight: '1.35' } } },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.125rem', sm: '0.25rem', md: '0.375rem', lg: '0.5rem', xl: '1rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: small, NumberInput: small, Textarea: small, Select: smallList, MultiSelect: smallList, Autocomplete: smallList, NativeSelect: small, Checkbox: small, Switch: small, SegmentedControl: small, Badge: { defaultProps: { size: 'md', radius: 'sm' }, styles: { root: { textTransform: 'none', fontWeight: 600 } } },
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    CloseButton: { defaultProps: { size: 28 } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, fz: 'xs', events: { hover: true, focus: true, touch: false } } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: atOnce } },
    // An opened menu stands on its first entry, not on nothing that can be seen.
    Menu: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: atOnce, withInitialFocusPlaceholder: false } },
    // A dialog's head is no banner: the window has one already.
    Modal: { defaultProps: { attributes: { header: { role: 'none' } }, radius: 'md', centered: true, lockScroll: false, overlayProps: { backgroundOpacity: 0.4 }, transitionProps: atOnce, closeButtonProps: { 'aria-label': 'Close' } } },
    Drawer: { defaultProps: { lockScroll: false } },
    Progress: { defaultProps: { radius: 'xl' } },
  },
});

/** Mantine's own variables, pointed at the ones of theme.css so that both speak the same colours. */
export const themeVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--sp-surface)',
    '--mantine-color-text': 'var(--sp-text)',
    '--mantine-color-dimmed': 'var(--sp-muted)',
    '--mantine-color-placeholder': 'var(--sp-muted)',
    '--mantine-color-default-border': 'var(--sp-line-strong)',
    '--mantine-color-error': 'var(--sp-blocker)',
    '--mantine-color-anchor': 'var(--sp-accent-text)',
  };
  return { variables: {}, light: shared, dark: shared };
};
