/** Nothing that a system sends is nested deeper; JSON that is was made to exhaust somebody's stack. */
const deepest = 64

export type ReadJson = { ok: true; value: unknown } | { ok: false; problem: 'NOT_UTF8' | 'NOT_JSON' | 'TOO_DEEP' }

/** Whether JSON is nested deeper than anything that is read here. */
export const isTooDeep = (raw: Uint8Array): boolean => depthOf(raw) > deepest

/** Bytes as JSON, or what is wrong with them. The depth is counted before anything is built. */
export function readJson(raw: Uint8Array): ReadJson {
  if (isTooDeep(raw)) return { ok: false, problem: 'TOO_DEEP' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return { ok: false, problem: 'NOT_UTF8' }
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, problem: 'NOT_JSON' }
  }
}

/**
 * Where, in a value that was read from JSON, stands a text that PostgreSQL cannot keep: one with a NUL or with half a
 * surrogate pair, which JSON may carry as escapes. Told as JSON pointers in the order of the value; a key that cannot be
 * kept is told like its value, with the characters replaced.
 */
export function* unstorableAt(value: unknown, at = ''): Generator<string> {
  if (typeof value === 'string' && !isStorableText(value)) yield at
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    const step = `${at}/${key.toWellFormed().replaceAll('\0', '\ufffd').slice(0, longestStep)}`
    if (isStorableText(key)) yield* unstorableAt(inner, step)
    else yield step
  }
}

/** A key of somebody's making is no longer repeated than it takes to find it. */
const longestStep = 80

/** Whether PostgreSQL can keep a text. */
const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** How deep JSON is nested, counted without building anything of it. */
function depthOf(raw: Uint8Array): number {
  let [depth, most, quoted, escaped] = [0, 0, false, false]
  for (const byte of raw) {
    if (escaped) escaped = false
    else if (quoted) {
      if (byte === 0x5c) escaped = true
      else if (byte === 0x22) quoted = false
    } else if (byte === 0x22) quoted = true
    else if (byte === 0x5b || byte === 0x7b) most = Math.max(most, (depth += 1))
    else if (byte === 0x5d || byte === 0x7d) depth -= 1
  }
  return most
}
