import { refusal } from '../../../kernel/errors.ts'

/**
 * Every placeholder a template may use. A `line` is shortened to one line, a `text` keeps its lines, each line of `items` is
 * an item of a list where the placeholder has a line of the template for itself, a `url` must be an
 * https address (http only for the development host names under localhost).
 */
export const placeholders = {
  'person.name': 'line',
  'company.name': 'line',
  'opening.title': 'line',
  stage: 'line',
  'staff.name': 'line',
  contact: 'line',
  'service.name': 'line',
  'operator.name': 'line',
  link: 'url',
  'link.expires': 'line',
  'reapply.from': 'line',
  code: 'line',
  'passkey.name': 'line',
  'employer.name': 'line',
  'answer.by': 'line',
  'last.heard': 'line',
  'receipt.number': 'line',
  'receipt.at': 'line',
  'consent.purpose': 'line',
  'consent.recipient': 'line',
  'consent.after': 'text',
  'consent.items': 'line',
  'consent.until': 'line',
  'consents.list': 'items',
  'promises.list': 'items',
  'gate.reason': 'text',
  'mail.kind': 'line',
  'request.kind': 'line',
  'request.done': 'line',
  'request.refused': 'line',
  'request.grounds': 'items',
  'request.answer': 'text',
  'request.handover': 'text',
  'corrections.list': 'items',
  'requests.list': 'items',
} as const

export type PlaceholderName = keyof typeof placeholders
export type PlaceholderValues = Partial<Record<PlaceholderName, string>>

/** A stretch of a template: words as they stand, or a place for a value. */
export type Part = { words: string } | { placeholder: PlaceholderName }

type Position = {
  name: string
  /** Counted from 1, in the subject or in the body. */
  line: number
  column: number
}

export const unknownPlaceholder = refusal<Position & { allowed: readonly string[] }>(
  'messages.unknown-placeholder',
  422,
)
export const brokenPlaceholder = refusal<Position>('messages.broken-placeholder', 422)
export const unsafeLink = refusal<{ name: string }>('messages.unsafe-link', 422)

function positionOf(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/**
 * Reads a template's text. Refuses a name that is not allowed (`messages.unknown-placeholder`) and braces that do not
 * pair (`messages.broken-placeholder`), each with its place. There is no logic: no conditions, loops or helpers.
 */
export function parseTemplate(source: string, allowed: readonly PlaceholderName[]): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of source.matchAll(/\{\{([^{}\n]*)\}\}/g)) {
    const name = (match[1] ?? '').trim()
    parts.push({ words: checkedWords(source, from, match.index) })
    const known = allowed.find((one) => one === name)
    if (!known) throw unknownPlaceholder({ name, ...positionOf(source, match.index), allowed })
    parts.push({ placeholder: known })
    from = match.index + match[0].length
  }
  parts.push({ words: checkedWords(source, from, source.length) })
  return parts.filter((part) => !('words' in part) || part.words !== '')
}

function checkedWords(source: string, from: number, to: number): string {
  const words = source.slice(from, to)
  // A brace right beside a placeholder is the triple brace of other template languages: unescaped output, which ours lacks.
  const stray = /\{\{|\}\}|\{$|^\}/.exec(words)
  if (stray)
    throw brokenPlaceholder({
      name: words.slice(stray.index, stray.index + 30),
      ...positionOf(source, from + stray.index),
    })
  return words
}

// Marks that turn the direction of text could make an address or a name read as another one.
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is removed here
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/g

/** A value as one line: no line breaks, control or direction marks, at most 200 characters. Fit for a mail header. */
export function oneLine(value: string): string {
  const clean = value
    .replaceAll(/[\r\n\t\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(control, '')
    .replaceAll(direction, '')
    .trim()
  const characters = Array.from(clean)
  return characters.length <= 200 ? clean : `${characters.slice(0, 199).join('')}…`
}

function severalLines(value: string): string {
  return value
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(control, '')
    .replaceAll(direction, '')
    .trim()
}

function safeUrl(name: PlaceholderName, value: string): string {
  if (!URL.canParse(value) || /[\s<>"]/.test(value)) throw unsafeLink({ name })
  const { protocol, hostname } = new URL(value)
  const development =
    protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1' || hostname.endsWith('.localhost'))
  if (protocol !== 'https:' && !development) throw unsafeLink({ name })
  return value
}

/** The value that stands in for a placeholder, made harmless for its kind. A value that is missing is a bug of the caller. */
export function valueOf(name: PlaceholderName, values: PlaceholderValues): string {
  const value = values[name]
  if (value === undefined) throw new Error(`the template asks for ${name}, which was not given`)
  const kind = placeholders[name]
  if (kind === 'url') return safeUrl(name, value)
  return kind === 'line' ? oneLine(value) : severalLines(value)
}

export function fill(parts: readonly Part[], values: PlaceholderValues): string {
  return parts.map((part) => ('words' in part ? part.words : valueOf(part.placeholder, values))).join('')
}
