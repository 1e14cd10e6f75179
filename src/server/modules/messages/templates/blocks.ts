import type { PlaceholderName, PlaceholderValues } from './placeholders.ts'
import { fill, parseTemplate } from './placeholders.ts'

/** A piece of a mail with a form of its own in both parts. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'link'; url: string }
  | { kind: 'code'; code: string }
  | { kind: 'quote'; text: string }

/**
 * Reads the body of a template: blank lines part the blocks; a block beginning with ■ is a heading, lines beginning
 * with ・ are a list, a block that is only {{link}} is a button, {{code}} alone stands large, {{consents.list}} alone is
 * quoted, and a block with {{promises.list}} is left out where there are none. The form comes from the template alone:
 * nothing in a value can add a block.
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
  return chunks
    .map((chunk) => chunk.replaceAll(/^\n+|\s+$/g, ''))
    .filter((chunk) => chunk !== '' && !(chunk.includes('{{promises.list}}') && values['promises.list'] === ''))
    .map((chunk) => blockOf(chunk, allowed, values))
}

function blockOf(chunk: string, allowed: readonly PlaceholderName[], values: PlaceholderValues): Block {
  const parts = parseTemplate(chunk, allowed)
  const [only] = parts
  const text = fill(parts, values)
  if (parts.length === 1 && only && 'placeholder' in only) {
    if (only.placeholder === 'link') return { kind: 'link', url: text }
    if (only.placeholder === 'code') return { kind: 'code', code: text }
    if (only.placeholder === 'consents.list') return { kind: 'quote', text }
  }
  if (chunk.startsWith('■')) return { kind: 'heading', text: text.slice(1).trim() }
  const lines = chunk.split('\n')
  if (lines.every((line) => line.startsWith('・'))) {
    return { kind: 'list', items: lines.map((line) => fill(parseTemplate(line.slice(1), allowed), values)) }
  }
  return { kind: 'paragraph', text }
}
