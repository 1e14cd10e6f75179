import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { refusal } from '../../../server/kernel/errors.ts'

const unreadable = refusal<{ file: string; reason: string }>('cli.link-file-unreadable', 422)

/** The first bytes of a file, as many as suffice to tell its encoding, delimiter and columns. */
const headBytes = 1 << 18

export async function headOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable({ file: path, reason: error instanceof Error ? error.message : 'unknown' })
  }
}

/** UTF-16 without its mark: line ends, delimiters and digits have a zero beside them, which no other encoding has. */
function unmarkedUtf16(head: Uint8Array): string | undefined {
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]!++
  const [first, second] = zeros as [number, number]
  if (first + second < Math.max(4, head.length / 50)) return undefined
  if (second > first * 20) return 'utf-16le'
  return first > second * 20 ? 'utf-16be' : undefined
}

/**
 * The encoding of a file by its first bytes: by its mark or the zeros of UTF-16, else UTF-8 if it is valid, else CP932 if it reads as Japanese,
 * else Windows-1252, which reads anything.
 */
export function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const unmarked = unmarkedUtf16(head)
  if (unmarked) return unmarked
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
  const utf8 = new TextDecoder('utf-8').decode(head, { stream: true })
  const badUtf8 = count(utf8, /\uFFFD/g)
  if (badUtf8 === 0) return 'utf-8'
  // A few broken bytes in a file that is otherwise full of valid sequences: a file of mixed encodings, mostly UTF-8.
  if (count(utf8, /[\u0080-\uFFFC]/g) > badUtf8) return 'utf-8'
  const japanese = new TextDecoder('shift_jis').decode(head, { stream: true })
  const badJapanese = count(japanese, /\uFFFD/g)
  const reads = count(japanese, /[\u3041-\u30FF\u4E00-\u9FFF]/g) > badJapanese * 10
  return badJapanese < badUtf8 && reads ? 'shift_jis' : 'windows-1252'
}

/** A part of a file, in bytes: from `from` up to and not including `to`. */
export type Span = { from: number; to: number }

/** The text of a file, or of a span of it, piece by piece; bytes that cannot be read become U+FFFD. */
export async function* textOfFile(path: string, encoding: string, span?: Span): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  const range = span ? { start: span.from, end: span.to - 1 } : {}
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, ...range }))
    yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

/** How far behind its place a span may begin: no line is longer. */
const longestLine = 1 << 20

/**
 * Divides a file into spans of about `width` bytes that begin behind the end of a line; null where that cannot be told
 * (UTF-16, lines without line feeds).
 */
export async function spansOf(path: string, encoding: string, width: number): Promise<Span[] | null> {
  if (encoding.startsWith('utf-16')) return null
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const ahead = Buffer.alloc(longestLine)
    const spans: Span[] = []
    for (let from = 0; from < size;) {
      let to = from + width
      if (to < size) {
        const { bytesRead } = await file.read(ahead, 0, longestLine, to)
        const end = ahead.subarray(0, bytesRead).indexOf(10)
        if (end < 0 && to + bytesRead < size) return null
        to = end < 0 ? size : to + end + 1
      } else to = size
      spans.push({ from, to })
      from = to
    }
    return spans
  } finally {
    await file.close()
  }
}
