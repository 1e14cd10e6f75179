import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { formatsOf, type Format } from './format.ts'
import type { Language, Messages, Translated } from './messages.ts'

const remembered = 'tasuki.language'

type TextState = { language: Language; setLanguage: (language: Language) => void; format: Format }

const TextContext = createContext<TextState | undefined>(undefined)

/** What was chosen before, else what the browser prefers, else Japanese. */
function firstLanguage(): Language {
  const chosen = readStored()
  if (chosen !== undefined) return chosen
  return navigator.languages.some((tag) => tag.startsWith('ja')) || !navigator.language.startsWith('en') ? 'ja' : 'en'
}

function readStored(): Language | undefined {
  try {
    const value = localStorage.getItem(remembered)
    return value === 'ja' || value === 'en' ? value : undefined
  } catch {
    // Storage may be forbidden by the browser's settings; the choice is then simply not remembered.
    return undefined
  }
}

export type TextProviderProps = {
  /** The zone in which dates are shown: the company's. */
  zone?: string
  children: ReactNode
}

export function TextProvider({ zone = 'Asia/Tokyo', children }: TextProviderProps) {
  const [language, choose] = useState<Language>(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const state = useMemo<TextState>(
    () => ({
      language,
      format: formatsOf(language, zone),
      setLanguage: (next) => {
        choose(next)
        try {
          localStorage.setItem(remembered, next)
        } catch {
          // As above: not remembered.
        }
      },
    }),
    [language, zone],
  )
  return <TextContext value={state}>{children}</TextContext>
}

function useTextState(): TextState {
  const state = use(TextContext)
  if (state === undefined) throw new Error('useText was called outside of UiProvider')
  return state
}

/** The words of a page in the reader's language: `const text = useText(words)`, then `text.title`. */
export function useText<T>(words: Messages<T>): Translated<T> {
  return words[useTextState().language]
}

/** Dates, numbers, percentages, yen, in the reader's language and the company's zone. */
export function useFormat(): Format {
  return useTextState().format
}

export function useLanguage(): [Language, (language: Language) => void] {
  const { language, setLanguage } = useTextState()
  return [language, setLanguage]
}
