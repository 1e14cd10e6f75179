/** Reads one file from standard input and writes its pages to standard output. See `reading.ts`: it runs alone, without secrets. */
import { buffer } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import { extractRawText } from 'mammoth'
import { getDocumentProxy } from 'unpdf'

const mostPages = 100
const mostCharacters = 200_000
/** What all parts of a Word document may unfold to together, and how many it may have. */
const mostUnfolded = 60 * 1024 * 1024
const mostParts = 2_000

class Unreadable extends Error {
  readonly why: 'LOCKED' | 'UNFOLDS'
  constructor(why: 'LOCKED' | 'UNFOLDS') {
    super(why)
    this.why = why
  }
}

async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(bytes).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'PasswordException' ? new Unreadable('LOCKED') : error
  })
  const pages: string[] = []
  let characters = 0
  for (let at = 1; at <= Math.min(document.numPages, mostPages) && characters < mostCharacters; at += 1) {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    pages.push(text.slice(0, mostCharacters - characters))
    characters += text.length
    page.cleanup()
  }
  return pages
}

async function wordPages(bytes: Buffer): Promise<string[]> {
  unfold(bytes)
  const { value } = await extractRawText({ buffer: bytes })
  return [value.replaceAll(/\n{3,}/g, '\n\n').slice(0, mostCharacters)]
}

/**
 * Unfolds every part of a zip once, counting, before anybody holds the whole: what the archive says of its own sizes
 * may be untrue. Refuses one that unfolds to more than may be.
 */
function unfold(bytes: Buffer): void {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('a zip without its directory')
  const parts = bytes.readUInt16LE(end + 10)
  if (parts > mostParts) throw new Unreadable('UNFOLDS')
  let left = mostUnfolded
  let at = bytes.readUInt32LE(end + 16)
  for (let part = 0; part < parts; part += 1) {
    const [method, folded] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    left -= method === 0 ? folded : unfoldedSize(bytes.subarray(from, from + folded), left)
    if (left < 0) throw new Unreadable('UNFOLDS')
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function unfoldedSize(folded: Buffer, most: number): number {
  try {
    return inflateRawSync(folded, { maxOutputLength: Math.max(most, 1) }).length
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw new Unreadable('UNFOLDS')
    throw error
  }
}

const bytes = await buffer(process.stdin)
const pages = process.argv[2] === 'PDF' ? pdfPages(new Uint8Array(bytes)) : wordPages(bytes)
const told = await pages.then(
  (read) => ({ pages: read }),
  (error: unknown) => ({ refused: error instanceof Unreadable ? error.why : 'UNREADABLE' }),
)
process.stdout.write(JSON.stringify(told))
