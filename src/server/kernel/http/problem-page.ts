import { messageOf } from '../../../contract/messages/index.ts'
import type { Explained, Telling } from './problem.ts'

const words = {
  ja: { back: '最初の画面へ', request: 'お問い合わせ番号', heading: 'この画面を表示できません' },
  en: { back: 'To the first page', request: 'Reference for support', heading: 'This page cannot be shown' },
} as const

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Bare = { locale: 'ja' | 'en'; heading: string; body: string; refreshSeconds?: number }

/** A page drawn without any program; `body` is HTML. */
export const barePage = ({ locale, heading, body, refreshSeconds }: Bare): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${refreshSeconds}">\n`}<title>${escaped(heading)} · Tasuki</title>
</head>
<body style="font-family: system-ui, 'Hiragino Sans', 'Noto Sans JP', sans-serif; line-height: 1.7; max-width: 34rem; margin: 15vh auto 0; padding: 0 1.5rem">
<main>
<p style="font-size: 1.1rem; letter-spacing: 0.08em; margin: 0">襷 Tasuki</p>
<h1 style="font-size: 1.5rem; margin: 0.5rem 0">${escaped(heading)}</h1>
${body}
</main>
</body>
</html>
`

/** For a human who came where nothing is: what happened, where to go, what to quote. */
export function problemPage(problem: Explained, { locale, requestId }: Telling): string {
  const { back, request, heading } = words[locale]
  const message = messageOf(locale, problem) ?? problem.code
  // Under a host name that is not ours there is no first page either.
  const way = problem.status === 421 ? '' : `<p><a href="/">${escaped(back)}</a></p>\n`
  const quote = `<p style="font-size: 0.85rem; opacity: 0.75">${escaped(request)}: <code>${escaped(requestId)}</code> · ${problem.status}</p>`
  return barePage({ locale, heading, body: `<p>${escaped(message)}</p>\n${way}${quote}` })
}
