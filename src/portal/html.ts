const markup: unique symbol = Symbol('markup')
const attributeList: unique symbol = Symbol('attributes')

/** Markup that was built by `html`; nothing else can make one, so a string can never pass for it. */
export interface Html {
  readonly [markup]: string
}

/** A checked list of attributes, to be placed inside a tag: html`<input ${attributes({ required: true })}>`. */
export interface Attributes {
  readonly [attributeList]: string
}

export type HtmlValue = Html | Attributes | string | number | null | undefined | false | readonly HtmlValue[]

type Place = { in: 'text' } | { in: 'tag' } | { in: 'value'; attribute: string }

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Safe as text and inside a quoted attribute. Control characters other than tab and line feed are dropped. */
export function escapeHtml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- control characters are exactly what is removed here
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replaceAll(/[&<>"'`]/g, (character) => entities[character] ?? '')
  )
}

const urlAttributes = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite'])
const forbiddenAttributes = /^(?:on|style$|srcdoc$)/i

/** Accepts https, http, mailto and tel addresses, and paths; throws for any other scheme (javascript:, data: …). */
export function assertSafeUrl(url: string): void {
  // oxlint-disable-next-line no-control-regex -- browsers ignore control characters when they read a scheme
  const bare = url.replaceAll(/[\u0000-\u0020\u007f]/g, '')
  if (/^(?:https?:|mailto:|tel:)/i.test(bare)) return
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith('//') || bare.includes('\\')) {
    throw new Error('an address with a forbidden scheme was placed in a page')
  }
}

function attributeValue(attribute: string, value: string | number): string {
  if (forbiddenAttributes.test(attribute)) throw new Error(`the attribute ${attribute} may not carry values`)
  const text = String(value)
  if (urlAttributes.has(attribute.toLowerCase())) assertSafeUrl(text)
  return escapeHtml(text)
}

/** `true` writes the bare name; `false`, null and undefined write nothing. */
export function attributes(list: Record<string, string | number | boolean | null | undefined>): Attributes {
  const written = Object.entries(list).flatMap(([name, value]) => {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`${name} is not an attribute name`)
    if (value === false || value === null || value === undefined) return []
    return [value === true ? name : `${name}="${attributeValue(name, value)}"`]
  })
  return { [attributeList]: written.join(' ') }
}

const places = new WeakMap<TemplateStringsArray, readonly Place[]>()

/** Where each value of a template stands. Templates are constants of the program, so each is read once. */
function placesOf(strings: TemplateStringsArray): readonly Place[] {
  const known = places.get(strings)
  if (known) return known
  const found: Place[] = []
  let place: Place = { in: 'text' }
  for (const [index, chunk] of strings.entries()) {
    place = placeAfter(place, chunk)
    if (index < strings.length - 1) found.push(place)
  }
  if (place.in !== 'text') throw new Error('a template must close every tag and quote that it opens')
  places.set(strings, found)
  return found
}

function placeAfter(start: Place, chunk: string): Place {
  let place = start
  for (let at = 0; at < chunk.length; at += 1) {
    const character = chunk[at]
    if (place.in === 'text') {
      if (character === '<') place = { in: 'tag' }
    } else if (place.in === 'value') {
      if (character === '"') place = { in: 'tag' }
    } else if (character === '>') place = { in: 'text' }
    else if (character === "'") throw new Error('attributes are quoted with double quotes')
    else if (character === '"') place = { in: 'value', attribute: attributeBefore(chunk.slice(0, at)) }
  }
  if (/<(?:script|style)\b[^>]*>[^<]*$/i.test(chunk)) throw new Error('values may not stand inside script or style')
  if (place.in === 'tag' && /(?:=|<\/?[a-z0-9-]*)$/i.test(chunk)) throw new Error('values in a tag must be quoted')
  return place
}

function attributeBefore(text: string): string {
  const name = /([a-z][a-z0-9-]*)=$/i.exec(text)?.[1]
  if (name === undefined) throw new Error('a quote inside a tag must follow an attribute name')
  return name
}

function isHtml(value: object): value is Html {
  return markup in value
}

function isAttributes(value: object): value is Attributes {
  return attributeList in value
}

function isList(value: HtmlValue): value is readonly HtmlValue[] {
  return Array.isArray(value)
}

function written(value: HtmlValue, place: Place): string {
  if (value === null || value === undefined || value === false) return ''
  if (isList(value)) return value.map((one) => written(one, place)).join('')
  if (typeof value === 'object') {
    if (isAttributes(value) && place.in === 'tag') return value[attributeList]
    if (isHtml(value) && place.in === 'text') return value[markup]
    throw new Error(`this value cannot stand in a ${place.in}`)
  }
  if (place.in === 'tag') throw new Error('only attributes() may stand in a tag')
  return place.in === 'value' ? attributeValue(place.attribute, value) : escapeHtml(String(value))
}

/**
 * A template whose values are escaped for the place where they stand: as text, or inside a double-quoted attribute.
 * Values inside script, style, event handlers, unquoted attributes or tag names throw, as do addresses with a
 * scheme that could run code. Arrays are written one after the other; null, undefined and false write nothing.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const where = placesOf(strings)
  let out = strings[0] ?? ''
  for (const [index, value] of values.entries()) {
    out += written(value, where[index] ?? { in: 'text' }) + (strings[index + 1] ?? '')
  }
  return { [markup]: out }
}

/** Each line of a text in its own line; the text itself is escaped. */
export function lines(text: string): Html {
  const parts = text.split('\n')
  return html`${parts.map((part, index) => (index === 0 ? html`${part}` : html`<br />${part}`))}`
}

/** The finished characters, for the wire. */
export function render(page: Html): string {
  return page[markup]
}
