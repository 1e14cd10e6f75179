import { messageOf } from '../../../contract/messages/index.ts'
import type { Explained, Telling } from './problem.ts'

const words = {
  ja: { back: '最初の画面へ', request: 'お問い合わせ番号', heading: 'この画面を表示できません' },
  en: { back: 'To the first page', request: 'Reference for support', heading: 'This page cannot be shown' },
} as const

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A page for a human who came where nothing is, drawn without any program: what happened, where to go, what to quote. */
export function problemPage(problem: Explained, { locale, requestId }: Telling): string {
  const { back, request, heading } = words[locale]
  const message = messageOf(locale, problem) ?? problem.code
  // Under a host name that is not ours there is no first page either.
  const way = problem.status === 421 ? '' : `<p><a href="/">${escaped(back)}</a></p>\n`
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(heading)} · Tasuki</title>
</head>
<body style="font-family: system-ui, 'Hiragino Sans', 'Noto Sans JP', sans-serif; line-height: 1.7; max-width: 34rem; margin: 15vh auto 0; padding: 0 1.5rem">
<main>
<p style="font-size: 1.1rem; letter-spacing: 0.08em; margin: 0">襷 Tasuki</p>
<h1 style="font-size: 1.5rem; margin: 0.5rem 0">${escaped(heading)}</h1>
<p>${escaped(message)}</p>
${way}<p style="font-size: 0.85rem; opacity: 0.75">${escaped(request)}: <code>${escaped(requestId)}</code> · ${problem.status}</p>
</main>
</body>
</html>
`
}
