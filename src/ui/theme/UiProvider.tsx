import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './global.css'
import { localStorageColorSchemeManager, MantineProvider, MantineThemeProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { useMemo, type ReactNode } from 'react'
import { ErrorTextProvider, type ErrorTexts } from '../feedback/error-text.tsx'
import { LinkProvider, NavigateContext, type LinkComponent } from '../link.tsx'
import { ShortcutsProvider } from '../shortcuts.tsx'
import { messages } from '../text/messages.ts'
import { TextProvider, useText } from '../text/TextProvider.tsx'
import { theme } from './theme.ts'
import { adoptTheme } from './theme-sheet.ts'

adoptTheme()

const colorSchemes = localStorageColorSchemeManager({ key: 'tasuki.color-scheme' })

const words = messages({ ja: { close: '閉じる' }, en: { close: 'Close' } })

const noErrors: ErrorTexts = () => undefined

export type UiProviderProps = {
  /** Renders a link within the program without reloading it. Without it, plain anchors. */
  link?: LinkComponent
  /** Goes to an address within the program without reloading it; for rows and keys that open something. */
  navigate?: (href: string) => void
  /** The zone in which dates are shown. */
  zone?: string
  /** The sentences of the API's error codes. */
  errors?: ErrorTexts
  children: ReactNode
}

/** At the foot, where they cover nothing that is pressed next; on a phone that is at the top. */
function ShortMessages() {
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  return <Notifications position={isNarrow ? 'top-center' : 'bottom-left'} limit={4} containerWidth={400} />
}

/** Everything that the components of `ui` expect around them. */
export function UiProvider({ link, navigate, zone, errors, children }: UiProviderProps) {
  const inner = (
    <TextProvider {...(zone === undefined ? {} : { zone })}>
      <ErrorTextProvider value={errors ?? noErrors}>
        <ShortcutsProvider>
          <NamedButtons>
            <ShortMessages />
            {children}
          </NamedButtons>
        </ShortcutsProvider>
      </ErrorTextProvider>
    </TextProvider>
  )
  const navigating = navigate === undefined ? inner : <NavigateContext value={navigate}>{inner}</NavigateContext>
  const linked = link === undefined ? navigating : <LinkProvider value={link}>{navigating}</LinkProvider>
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {linked}
    </MantineProvider>
  )
}

/** The crosses of dialogs and drawers have no text of their own: this names them in the reader's language. */
function NamedButtons({ children }: { children: ReactNode }) {
  const text = useText(words)
  const named = useMemo(
    () => ({ components: { CloseButton: { defaultProps: { 'aria-label': text.close } } } }),
    [text.close],
  )
  return <MantineThemeProvider theme={named}>{children}</MantineThemeProvider>
}
