import type { PlaceholderName, PlaceholderValues } from './placeholders.ts'
import { fill, parseTemplate, placeholders } from './placeholders.ts'

/** A piece of a mail with a form of its own in both parts. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'link'; url: string }
  | { kind: 'code'; code: string }
  | { kind: 'quote'; items: string[] }

/** A block that has one of these is left out where there is nothing to say by it. */
const leftOutWhenEmpty = ['promises.list', 'request.handover'] as const

/**
 * Reads the body of a template: blank lines part the blocks; a block beginning with ■ is a heading, lines beginning
 * with ・ or "- " are a list, also between other lines, as are the lines of a value of several items; a block that is only
 * {{link}} is a button, {{code}} alone stands large, {{consents.list}} alone is quoted. The form comes from the template
 * alone: nothing in a value can add a block.
 */
export function blocksOf({
  body,
  allowed,
  values,
}: {
  body: string
  allowed: readonly PlaceholderName[]
  values: PlaceholderValues
}): Block[] {
  parseTemplate(body, allowed)
  const chunks = body.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/)
  const isLeftOut = (chunk: string) =>
    leftOutWhenEmpty.some((name) => chunk.includes(`{{${name}}}`) && values[name] === '')
  return chunks
    .map((chunk) => chunk.replaceAll(/^\n+|\s+$/g, ''))
    .filter((chunk) => chunk !== '' && !isLeftOut(chunk))
    .flatMap((chunk) => chunkBlocks(chunk, allowed, values))
}

const point = /^(?:・|- )/
const itemsOf = (text: string) => text.split('\n').map((item) => item.replace(point, ''))

function chunkBlocks(chunk: string, allowed: readonly PlaceholderName[], values: PlaceholderValues): Block[] {
  const parts = parseTemplate(chunk, allowed)
  const [only] = parts
  const text = fill(parts, values)
  if (parts.length === 1 && only && 'placeholder' in only) {
    if (only.placeholder === 'link') return [{ kind: 'link', url: text }]
    if (only.placeholder === 'code') return [{ kind: 'code', code: text }]
    if (only.placeholder === 'consents.list') return [{ kind: 'quote', items: itemsOf(text) }]
  }
  if (chunk.startsWith('■')) return [{ kind: 'heading', text: text.slice(1).trim() }]
  return runs(chunk.split('\n').map((line) => lineOf(line, allowed, values)))
}

/** The items that a line of the template stands for, or its words where it is none of a list. */
type Line = { items: string[] } | { words: string }

function lineOf(line: string, allowed: readonly PlaceholderName[], values: PlaceholderValues): Line {
  const parts = parseTemplate(line, allowed)
  const [only] = parts
  const text = fill(parts, values)
  if (parts.length === 1 && only && 'placeholder' in only && placeholders[only.placeholder] === 'items')
    return { items: itemsOf(text) }
  return point.test(line) ? { items: [text.replace(point, '')] } : { words: text }
}

/** Lines of one kind that follow each other are one list or one paragraph. */
function runs(lines: readonly Line[]): Block[] {
  const blocks: ({ kind: 'list'; items: string[] } | { kind: 'paragraph'; text: string })[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if ('items' in line) {
      if (last?.kind === 'list') last.items.push(...line.items)
      else blocks.push({ kind: 'list', items: line.items })
    } else if (last?.kind === 'paragraph') last.text += `\n${line.words}`
    else blocks.push({ kind: 'paragraph', text: line.words })
  }
  return blocks
}
