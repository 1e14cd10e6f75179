import renderMjml from 'mjml'
import type { Block } from './blocks.ts'
import type { Foot } from './foot.ts'
import type { MailLanguage } from './mail.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}

function escapedLines(text: string): string {
  return text.split('\n').map(escaped).join('<br />')
}

const listHtml = (items: readonly string[]): string =>
  `<ul style="margin:0;padding-left:20px">${items.map((item) => `<li>${escapedLines(item)}</li>`).join('')}</ul>`

function blockMjml(block: Block, button: string | null): string {
  switch (block.kind) {
    case 'paragraph':
      return `<mj-text>${escapedLines(block.text)}</mj-text>`
    case 'heading':
      return `<mj-text mj-class="heading" css-class="ink"><h2 style="margin:0;font-size:17px;line-height:1.5">${escaped(block.text)}</h2></mj-text>`
    case 'list':
      return `<mj-text>${listHtml(block.items)}</mj-text>`
    case 'link':
      return `<mj-button href="${escaped(block.url)}" css-class="go">${escaped(button ?? block.url)}</mj-button>`
    case 'code':
      return `<mj-text font-size="30px" letter-spacing="6px" font-weight="700" padding="16px 28px">${escaped(block.code)}</mj-text>`
    case 'quote':
      return `<mj-text padding="8px 28px 8px 28px"><div class="quote" style="border-left:3px solid #dcd7cc;padding-left:14px">${listHtml(block.items)}</div></mj-text>`
  }
}

const dark = `
  .card, .card > table { background: #1f2429 !important; }
  .paper, .paper > div { background: #16191d !important; }
  .quote { border-color: #383f47 !important; }
  .ink div, .body div, .body h2, .body li { color: #e9e7e2 !important; }
  .foot div { color: #b0b5bb !important; }
  .foot a { color: #9cc3f2 !important; }
  .go td { background: #a9c8ee !important; }
  .go a { background: #a9c8ee !important; color: #0f1d2e !important; }`

function mjmlOf({ language, title, blocks, foot, button }: MailParts): string {
  const links = foot.links
    .map(({ label, url }) => `<a href="${escaped(url)}" style="color:#1d4f86">${escaped(label)}</a>`)
    .join('<br />')
  return `<mjml lang="${language}" dir="ltr">
<mj-head>
<mj-title>${escaped(title)}</mj-title>
<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
<mj-attributes>
<mj-all font-family="'Hiragino Sans','BIZ UDPGothic','Noto Sans JP','Noto Sans CJK JP',Meiryo,sans-serif" />
<mj-text font-size="16px" line-height="1.85" color="#22262b" padding="8px 28px" />
<mj-class name="heading" padding="24px 28px 4px 28px" />
<mj-button background-color="#24476f" color="#ffffff" font-size="16px" font-weight="700" line-height="1.5" inner-padding="13px 26px" border-radius="8px" align="left" padding="12px 28px" />
</mj-attributes>
<mj-style>div { line-break: strict; overflow-wrap: anywhere; } @media (prefers-color-scheme: dark) { ${dark} }</mj-style>
</mj-head>
<mj-body background-color="#f7f5f0" width="600px" css-class="paper">
<mj-section padding="20px 0 0 0"><mj-column></mj-column></mj-section>
<mj-section background-color="#ffffff" border-radius="10px" padding="24px 0" css-class="card body"><mj-column>${blocks.map((block) => blockMjml(block, button)).join('\n')}</mj-column></mj-section>
<mj-section padding="12px 0 24px 0" css-class="foot"><mj-column>
<mj-text font-size="13px" line-height="1.75" color="#565d66" padding="6px 28px">${foot.sender.map(escaped).join('<br />')}</mj-text>
<mj-text font-size="13px" line-height="1.75" color="#565d66" padding="6px 28px">${foot.remarks.map(escaped).join('<br />')}</mj-text>
<mj-text font-size="13px" line-height="1.75" color="#565d66" padding="6px 28px">${links}</mj-text>
</mj-column></mj-section>
</mj-body>
</mjml>`
}

export interface MailParts {
  language: MailLanguage
  title: string
  blocks: readonly Block[]
  foot: Foot
  button: string | null
}

/** The HTML part. Loads nothing from anywhere: no fonts, no pictures, no tracking. */
export async function htmlPart(parts: MailParts): Promise<string> {
  const { html, errors } = await renderMjml(mjmlOf(parts), { validationLevel: 'strict', fonts: {}, keepComments: true })
  if (errors.length > 0) throw new Error(`the letter's layout is not valid MJML: ${errors[0]?.formattedMessage}`)
  return html
}
