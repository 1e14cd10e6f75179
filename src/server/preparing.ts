import { barePage, escaped } from './kernel/http/problem-page.ts'
import { localeOf } from './kernel/http/problem.ts'

/** What the program fills itself with, for whoever opens a page meanwhile; null: nothing. */
export type Preparing = { step: { ja: string; en: string } | null }

const words = {
  ja: {
    heading: 'デモのデータを準備しています',
    text: '2分ほどで終わり、サインインの画面に自動で移ります。サインインに使うアドレスとパスワードは、起動した端末に表示します。',
    now: 'いまの作業',
  },
  en: {
    heading: 'The demonstration is being prepared',
    text: 'It takes about two minutes; then this page becomes the sign-in by itself. The addresses and the password are printed in the terminal that started the program.',
    now: 'At the moment',
  },
} as const

/** The page that stands for the consoles while the demonstration is filled: it tells the step and looks again by itself. */
export function preparingPage(step: { ja: string; en: string }, acceptLanguage: string | undefined): string {
  const locale = localeOf(acceptLanguage)
  const { heading, text, now } = words[locale]
  const body = `<p>${text}</p>\n<p role="status" style="font-size: 0.9rem; opacity: 0.8">${now}: ${escaped(step[locale])}</p>`
  return barePage({ locale, heading, body, refreshSeconds: 3 })
}
