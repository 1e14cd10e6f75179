import { Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** 茜 akane: the sash. Brand, and the one primary action of a page. 6 on white is 5.6:1. */
const akane: MantineColorsTuple = [
  '#fdf2ee',
  '#fae0d8',
  '#f3bfb1',
  '#e99883',
  '#de745a',
  '#d0553a',
  '#bb3f26',
  '#9d321d',
  '#7f2817',
  '#641f12',
]

/** 藍 ai: links, focus, selection. */
const ai: MantineColorsTuple = [
  '#eff4fa',
  '#dbe6f2',
  '#b8cee5',
  '#8fb0d4',
  '#6591c1',
  '#4476ac',
  '#2f5f94',
  '#264d79',
  '#1f3e61',
  '#18304b',
]

/** 松 matsu: things that went well. */
const matsu: MantineColorsTuple = [
  '#eef7f2',
  '#d8ece1',
  '#b2d9c4',
  '#85c1a2',
  '#58a680',
  '#3b8d66',
  '#2a7552',
  '#226044',
  '#1b4c36',
  '#153b2a',
]

/** 山吹 yamabuki: waiting, and things to look at. */
const yamabuki: MantineColorsTuple = [
  '#fdf6e7',
  '#f9e9c4',
  '#f2d48c',
  '#e8bb55',
  '#d9a02e',
  '#b9831b',
  '#936611',
  '#78530e',
  '#5f420c',
  '#49330a',
]

/** 紅 beni: refusals and what cannot be taken back; cooler than akane, so that the two are never mistaken. */
const beni: MantineColorsTuple = [
  '#fcf0f4',
  '#f8dbe4',
  '#f0b5c8',
  '#e588a6',
  '#d85c84',
  '#c73a68',
  '#ad2452',
  '#8f1c43',
  '#731736',
  '#5a122a',
]

/** 藤 fuji: the relay and what belongs to the person. */
const fuji: MantineColorsTuple = [
  '#f5f2fa',
  '#e7e1f2',
  '#cfc3e5',
  '#b2a0d3',
  '#947dbf',
  '#7a60aa',
  '#654c93',
  '#533e79',
  '#423161',
  '#33264b',
]

/** 墨 sumi: cool ink neutrals. */
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e3e6eb',
  '#d0d5dd',
  '#acb4bf',
  '#868f9c',
  '#636d7b',
  '#485261',
  '#2f3845',
  '#1b222c',
]

const dark: MantineColorsTuple = [
  '#dde2e9',
  '#bac2cd',
  '#939dab',
  '#6c7786',
  '#414b58',
  '#323b47',
  '#252d37',
  '#1b222b',
  '#141a21',
  '#0d1116',
]

const fontFamily =
  '"Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans JP", "Noto Sans CJK JP", "BIZ UDPGothic", "Yu Gothic UI", "Yu Gothic Medium", Meiryo, system-ui, sans-serif'

export const theme = createTheme({
  colors: { akane, ai, matsu, yamabuki, beni, fuji, gray, dark },
  primaryColor: 'akane',
  primaryShade: { light: 6, dark: 6 },
  white: '#ffffff',
  black: '#1b222c',
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK JP", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.1875rem' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.7', lg: '1.7', xl: '1.6' },
  headings: {
    fontFamily,
    fontWeight: '650',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.4' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.5' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.55' },
      h4: { fontSize: '0.875rem', lineHeight: '1.6' },
      h5: { fontSize: '0.8125rem', lineHeight: '1.6' },
      h6: { fontSize: '0.75rem', lineHeight: '1.6' },
    },
  },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  shadows: {
    xs: '0 1px 2px rgb(27 34 44 / 6%)',
    sm: '0 1px 3px rgb(27 34 44 / 8%), 0 1px 2px rgb(27 34 44 / 4%)',
    md: '0 6px 18px -6px rgb(27 34 44 / 18%), 0 2px 6px -2px rgb(27 34 44 / 8%)',
    lg: '0 16px 40px -12px rgb(27 34 44 / 26%), 0 4px 12px -4px rgb(27 34 44 / 10%)',
    xl: '0 28px 64px -16px rgb(27 34 44 / 34%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // A style element written by the scroll lock would need a CSP exception; global.css locks the page with :has() instead.
    Modal: {
      defaultProps: { lockScroll: false, centered: true, radius: 'lg', padding: 'lg', overlayProps: { opacity: 0.4 } },
    },
    Drawer: { defaultProps: { lockScroll: false, padding: 'lg', overlayProps: { opacity: 0.4 } } },
    Spotlight: {
      defaultProps: { lockScroll: false, centered: false, yOffset: '14vh', overlayProps: { opacity: 0.4, blur: 0 } },
    },
    // Quiet buttons in rows stand in the colour of links: the sash is for the one primary action of a page.
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_, { variant, color }) => ({
        root:
          variant === 'subtle' && color === undefined
            ? { '--button-color': 'var(--tasuki-link)', '--button-hover': 'var(--tasuki-hover)' }
            : {},
      }),
    }),
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500 } },
    Anchor: { defaultProps: { c: 'var(--tasuki-link)', underline: 'hover' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, arrowSize: 6 } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', offset: 4 } },
    Popover: { defaultProps: { shadow: 'md' } },
    Select: { defaultProps: { comboboxProps: { shadow: 'md' }, checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { comboboxProps: { shadow: 'md' }, checkIconPosition: 'right' } },
    Paper: { defaultProps: { radius: 'md' } },
    Checkbox: { defaultProps: { size: 'xs', radius: 'xs', color: 'ai' } },
    Radio: { defaultProps: { size: 'xs', color: 'ai' } },
    Switch: { defaultProps: { size: 'sm', color: 'matsu', withThumbIndicator: false } },
    Tabs: { defaultProps: { keepMounted: false } },
    Loader: { defaultProps: { type: 'dots', color: 'gray.5' } },
    Progress: { defaultProps: { radius: 'xl', size: 'sm' } },
  },
})

/** Mantine's own variables, bent to the ink neutrals that global.css names. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-cursor-disabled': 'not-allowed' },
  light: {
    '--mantine-color-body': 'var(--tasuki-surface)',
    '--mantine-color-text': 'var(--tasuki-ink)',
    '--mantine-color-dimmed': 'var(--tasuki-ink-soft)',
    '--mantine-color-placeholder': '#79828f',
    '--mantine-color-default-border': 'var(--tasuki-line-strong)',
    '--mantine-color-error': 'var(--mantine-color-beni-6)',
    '--mantine-color-anchor': 'var(--tasuki-link)',
  },
  dark: {
    '--mantine-color-body': 'var(--tasuki-surface)',
    '--mantine-color-text': 'var(--tasuki-ink)',
    '--mantine-color-dimmed': 'var(--tasuki-ink-soft)',
    '--mantine-color-placeholder': '#87919f',
    '--mantine-color-default': 'var(--tasuki-raised)',
    '--mantine-color-default-hover': '#323b47',
    '--mantine-color-default-border': 'var(--tasuki-line-strong)',
    '--mantine-color-error': 'var(--mantine-color-beni-3)',
    '--mantine-color-anchor': 'var(--tasuki-link)',
  },
})
