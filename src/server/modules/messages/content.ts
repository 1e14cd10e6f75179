import { z } from 'zod'
import { derivedKey, seal, unseal } from '../../kernel/crypto.ts'
import type { Work } from '../../kernel/work.ts'
import { withoutSecrets } from './links/tokens.ts'

export const Rendered = z.object({ subject: z.string(), text: z.string(), html: z.string() })
/** A mail as its reader sees it. */
export type Rendered = z.output<typeof Rendered>

const Content = Rendered.extend({
  replyToken: z.string().optional(),
  unsubscribeToken: z.string().optional(),
  answerTo: z.string().optional(),
})
/** What a mail says, with the tokens that its headers need while it is still to be sent. */
export type Content = z.output<typeof Content>

type Place = Pick<Work, 'companyId' | 'installation'>
const keyOf = ({ installation }: Place) => derivedKey(installation.config.secret, 'messages/content')
const placeOf = ({ companyId }: Place, id: string) => `messages_mail.content/${companyId}/${id}`

/** Sealed, because a mail that waits holds a usable personal link, which no copy of the database may give away. */
export const sealContent = (work: Place, id: string, content: Content): string =>
  seal(keyOf(work), JSON.stringify(content), placeOf(work, id))

export const openContent = (work: Place, id: string, sealed: string): Content =>
  Content.parse(JSON.parse(unseal(keyOf(work), sealed, placeOf(work, id))))

/** What is kept of a mail that is settled: the words, without any secret. */
export const keptContent = ({ subject, text, html }: Content): Content => ({
  subject,
  text: withoutSecrets(text),
  html: withoutSecrets(html),
})

const Html = /[&<>"]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Plain paragraphs as HTML, for mails that have no template. */
export const plainHtml = (text: string): string =>
  `<!doctype html><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.7">${text
    .replace(Html, (mark) => entities[mark] ?? mark)
    .split('\n')
    .join('<br>\n')}</body>`
