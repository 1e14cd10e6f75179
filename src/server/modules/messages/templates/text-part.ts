import type { Block } from './blocks.ts'
import type { Foot } from './foot.ts'
import { wrap } from './wrap.ts'

// 70 columns: 35 Japanese characters, the customary width of a Japanese mail.
const width = 70
const rule = '-'.repeat(width)

const listText = (items: readonly string[], columns: number): string =>
  items
    .map((item) =>
      wrap(item, columns - 2)
        .split('\n')
        .map((line, index) => (index === 0 ? `・${line}` : `  ${line}`))
        .join('\n'),
    )
    .join('\n')

function blockText(block: Block, button: string | null): string {
  switch (block.kind) {
    case 'paragraph':
      return wrap(block.text, width)
    case 'heading':
      return wrap(`■ ${block.text}`, width)
    case 'list':
      return listText(block.items, width)
    case 'link':
      return `${button === null ? '' : `▼ ${button}\n`}${block.url}`
    case 'code':
      return `    ${block.code}`
    case 'quote':
      return listText(block.items, width - 2)
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n')
  }
}

/** The plain-text part: the same words in the same order, at most 70 columns wide except for addresses. */
export function textPart({
  blocks,
  foot,
  button,
}: {
  blocks: readonly Block[]
  foot: Foot
  button: string | null
}): string {
  const body = blocks.map((block) => (block.kind === 'heading' ? '\n' : '') + blockText(block, button)).join('\n\n')
  const links = foot.links.map(({ label, url }) => `${label}\n${url}`)
  return [
    body,
    '',
    rule,
    wrap(foot.sender.join('\n'), width),
    '',
    wrap(foot.remarks.join('\n'), width),
    ...links.map((link) => `\n${link}`),
    rule,
    '',
  ].join('\n')
}
