import { blocksOf } from './blocks.ts'
import { footOf } from './foot.ts'
import { htmlPart } from './html-part.ts'
import type { MailLanguage, MailTemplate, Occasion, RenderedMail, Sender } from './mail.ts'
import type { PlaceholderValues } from './placeholders.ts'
import { fill, oneLine, parseTemplate } from './placeholders.ts'
import { textPart } from './text-part.ts'

export interface MailToRender {
  language: MailLanguage
  template: MailTemplate
  values: PlaceholderValues
  sender: Sender
  occasion: Occasion
}

/** Refuses a template with a placeholder that is unknown or broken, naming it and its place; for the template editor. */
export function checkTemplate({ subject, body, allowed }: MailTemplate): void {
  parseTemplate(subject, allowed)
  parseTemplate(body, allowed)
}

/**
 * Subject, plain text and HTML of one mail. The subject is one line whatever the values hold. Values are text: they can
 * add neither markup nor headers nor blocks, and placeholders inside them stay as they are.
 */
export async function renderMail({
  language,
  template,
  values,
  sender,
  occasion,
}: MailToRender): Promise<RenderedMail> {
  const { allowed, body, button } = template
  const subject = oneLine(fill(parseTemplate(template.subject, allowed), values))
  const blocks = blocksOf({ body, allowed, values })
  const foot = footOf({ language, sender, occasion })
  return {
    subject,
    text: textPart({ blocks, foot, button }),
    html: await htmlPart({ language, title: subject, blocks, foot, button }),
  }
}
