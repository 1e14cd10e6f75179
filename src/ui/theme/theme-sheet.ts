import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core'
import { theme, themeVariables } from './theme.ts'

/**
 * Puts the theme's CSS variables on the page as a constructed style sheet. Mantine would write a `<style>` element, for
 * which the content security policy would need a nonce or 'unsafe-inline'; a constructed sheet needs neither.
 */
export function adoptTheme(): void {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const standard = defaultCssVariablesResolver(merged)
  const ours = themeVariables(merged)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    convertCssVariables({
      variables: { ...standard.variables, ...ours.variables },
      light: { ...standard.light, '--mantine-color-scheme': 'light', ...ours.light },
      dark: { ...standard.dark, '--mantine-color-scheme': 'dark', ...ours.dark },
    }),
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
