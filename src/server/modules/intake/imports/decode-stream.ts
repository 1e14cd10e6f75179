import type { BadLine, Encoding } from '../files/index.ts'

/**
 * The text of a file that is read in pieces, and the lines with characters that could not be read, which are complete
 * once the text was read to its end.
 */
export function decodeStream(chunks: AsyncIterable<Uint8Array>, encoding: Encoding) {
  const badLines: BadLine[] = []
  let line = 1
  let afterReturn = false
  const note = (reason: BadLine['reason']) => {
    const last = badLines.findLast((bad) => bad.line === line && bad.reason === reason)
    if (last) last.count += 1
    else if (badLines.length < 1000) badLines.push({ line, reason, count: 1 })
  }
  const look = (text: string) => {
    for (const [found] of text.matchAll(/\r\n|[\r\n\uFFFD\uE000-\uF8FF]/g)) {
      if (found === '\uFFFD') note('UNDECODABLE')
      else if (found >= '\uE000') note('EXTERNAL_CHARACTER')
      else if (!(found === '\n' && afterReturn)) line += 1
      afterReturn = false
    }
    afterReturn = text.endsWith('\r')
  }
  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding)
    for await (const chunk of chunks) {
      const piece = decoder.decode(chunk, { stream: true })
      look(piece)
      yield piece
    }
    const rest = decoder.decode()
    look(rest)
    if (rest) yield rest
  }
  return { text: text(), badLines }
}
