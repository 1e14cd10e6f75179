import { forbiddenTerms, type ForbiddenKind } from './terms.ts'

export type { ForbiddenKind } from './terms.ts'
export type Forbidden = { kind: ForbiddenKind; word: string }

/** The first word of a text that tells of what may not be collected, as written; nothing when there is none. */
export function findForbidden(text: string): Forbidden | undefined {
  const plain = text.normalize('NFKC')
  for (const { kind, pattern } of forbiddenTerms) {
    const found = pattern.exec(plain)
    if (found) return { kind, word: found[0] }
  }
  return undefined
}

/** What stands in the place of a sentence that may not be kept. */
export const maskedSentence = '〔収集できない情報のため伏せています〕'

/** The text with each sentence that holds a forbidden word replaced by `maskedSentence`. */
export function maskForbidden(text: string): string {
  if (!findForbidden(text)) return text
  return text
    .split(/(?<=[。．！？!?\n])/u)
    .map((sentence) => (findForbidden(sentence) ? `${maskedSentence}${sentence.endsWith('\n') ? '\n' : ''}` : sentence))
    .join('')
}
