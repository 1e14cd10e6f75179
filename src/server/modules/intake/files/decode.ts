/**
 * Encodings by their WHATWG names. `shift_jis` there is CP932 with the extensions of NEC and IBM (㈱, ①, 髙, 﨑), which is
 * what Japanese spreadsheets write.
 */
export const encodings = ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

/**
 * A line of the file, counted from 1, with bytes that its encoding does not have (`UNDECODABLE`, shown as U+FFFD), or with
 * characters defined only on the writer's machine (`EXTERNAL_CHARACTER`: 外字, private use, which nobody else can read).
 */
export type BadLine = { line: number; reason: 'UNDECODABLE' | 'EXTERNAL_CHARACTER'; count: number }
export type DecodedText = { encoding: Encoding; text: string; confidence: number; badLines: BadLine[] }

const escape = String.fromCharCode(27)
const sampleBytes = 256 * 1024

/**
 * Bytes to text. The encoding is told by a byte order mark, else by whether the bytes are valid and look like Japanese in
 * it; `encoding` overrides. Never refuses: what could not be read is counted by line, for a person to judge.
 */
export function decodeText(bytes: Uint8Array, encoding?: Encoding): DecodedText {
  const found = encoding ? { encoding, confidence: 1 } : detectEncoding(bytes)
  // TextDecoder removes the byte order mark that belongs to its own encoding.
  const text = new TextDecoder(found.encoding).decode(bytes)
  return { ...found, text, badLines: badLinesOf(text) }
}

export function detectEncoding(bytes: Uint8Array): { encoding: Encoding; confidence: number } {
  const marked = byteOrderMark(bytes)
  if (marked) return { encoding: marked, confidence: 1 }
  const sample = sampleOf(bytes)
  const wide = utf16Without(sample)
  if (wide) return { encoding: wide, confidence: 0.9 }
  if (sample.every((byte) => byte < 0x80)) {
    // ISO-2022-JP is written in seven bits and switches character sets by an escape.
    const switches = ['$@', '$B', '(J'].some((set) =>
      new TextDecoder('utf-8').decode(sample).includes(`${escape}${set}`),
    )
    return { encoding: switches ? 'iso-2022-jp' : 'utf-8', confidence: 1 }
  }
  const candidates = (['utf-8', 'shift_jis', 'euc-jp'] as const)
    .map((encoding) => ({ encoding, score: japaneseScore(new TextDecoder(encoding).decode(sample)) }))
    .toSorted((one, other) => other.score - one.score)
  const [best, second] = [candidates[0]!, candidates[1]!]
  const lead = Math.min(1, Math.max(0, best.score - second.score))
  return { encoding: best.encoding, confidence: Math.round((0.5 + lead / 2) * 100) / 100 }
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** The beginning up to a line's end, so that no character is cut; a line feed is no second byte in any of the three. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes) return bytes
  const end = bytes.lastIndexOf(0x0a, sampleBytes)
  return bytes.subarray(0, end > 0 ? end : sampleBytes)
}

function utf16Without(sample: Uint8Array): Encoding | null {
  const zeros = { even: 0, odd: 0 }
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1
  // Delimiters and digits have a zero byte in UTF-16, on the side that tells the order; no other encoding here has any.
  if (zeros.even + zeros.odd < sample.length / 50) return null
  return zeros.odd > zeros.even ? 'utf-16le' : 'utf-16be'
}

/** 1 is text of everyday Japanese, 0 and less is not: unreadable bytes weigh most, then characters nobody writes. */
function japaneseScore(text: string): number {
  let [plain, odd, broken, total] = [0, 0, 0, 0]
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) continue
    total += 1
    if (code === 0xfffd) broken += 1
    else if (
      (code >= 0x3000 && code <= 0x30ff) ||
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0xff01 && code <= 0xff60)
    )
      plain += 1
    else if ((code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code <= 0xff)) odd += 1
    // Half-width kana are real, but a text of nothing else is another encoding read as CP932.
    else if (code >= 0xff61 && code <= 0xff9f) plain += 0.4
    else plain += 0.7
  }
  return total === 0 ? 0 : (plain - odd - broken * 10) / total
}

function badLinesOf(text: string): BadLine[] {
  if (!/[\uFFFD\uE000-\uF8FF]/.test(text)) return []
  const bad: BadLine[] = []
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const undecodable = line.match(/\uFFFD/g)?.length ?? 0
    const external = line.match(/[\uE000-\uF8FF]/g)?.length ?? 0
    if (undecodable) bad.push({ line: at + 1, reason: 'UNDECODABLE', count: undecodable })
    if (external) bad.push({ line: at + 1, reason: 'EXTERNAL_CHARACTER', count: external })
  }
  return bad
}
