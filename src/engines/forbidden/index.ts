import { isLived, isPersonal, namesWork } from './career.ts'
import { clauseAt } from './clauses.ts'
import { phrasesEn } from './phrases-en.ts'
import { phrasesJa } from './phrases-ja.ts'
import { termsEn } from './terms-en.ts'
import { termsJa } from './terms-ja.ts'
import type { ForbiddenKind } from './terms.ts'

export type { ForbiddenKind } from './terms.ts'
export type Forbidden = { kind: ForbiddenKind; word: string }

const terms = [...termsJa, ...phrasesJa, ...termsEn, ...phrasesEn].map(({ pattern, ...term }) => ({
  ...term,
  pattern: new RegExp(pattern, `${pattern.flags}g`),
}))

/**
 * One pattern for all terms of the same flags: a text of very many short sentences is mostly sentences of which no term
 * tells, and each of those is looked through once instead of once for each term.
 */
const anyTerm = [...Map.groupBy(terms, ({ pattern }) => pattern.flags)].map(
  ([flags, alike]) => new RegExp(alike.map(({ pattern }) => `(?:${pattern.source})`).join('|'), flags.replace('g', '')),
)

/** A text in its sentences, each with what ended it. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[。．！？!?\n]|\.\s)/u)

/** Without the characters that nobody sees, which would part a word. */
const readable = (text: string): string => text.replaceAll(/\p{Cf}/gu, '').normalize('NFKC')

/**
 * Where a text stands. A note of staff is about the person as a whole. A career and the text of a résumé are looked
 * through for everything, too; there the same words may name an employer or a task (`namesWork`). What people write of
 * themselves may tell of their family or health, so that they are treated as they need; an opening may speak of families
 * and health as benefits. Of those two only the rest is looked for.
 */
export type Scope = 'NOTE' | 'CAREER' | 'OWN_WORDS' | 'OPENING'

const narrow: readonly ForbiddenKind[] = ['ORIGIN', 'CREED', 'UNION']
const disclaimers = /問わず|問いません|問わない|不問|regardless|without regard/iu

/** The first words of a text that tell of what may not be collected, as written; nothing when there are none. */
export function findForbidden(text: string, scope: Scope = 'NOTE'): Forbidden | undefined {
  return judged(sentencesOf(readable(text)), scope).find((found) => found !== undefined)
}

/** What each sentence tells of; two of which a line break parts one word tell of it both. */
function judged(sentences: readonly string[], scope: Scope): (Forbidden | undefined)[] {
  const found = sentences.map((sentence) => ofSentence(sentence, scope))
  for (const [at, sentence] of sentences.entries()) {
    const next = sentences[at + 1]
    if (next === undefined || !sentence.endsWith('\n') || (found[at] && found[at + 1])) continue
    if (sentence.trim() === '' || next.trim() === '') continue
    const line = sentence.trimEnd()
    const isLatin = /[a-z]$/iu.test(line) && /^[a-z]/iu.test(next.trimStart())
    const begin = `${line.replace(/(?<=[a-z])-$/iu, '')}${isLatin ? ' ' : ''}`
    const parted = ofSentence(`${begin}${next.trimStart()}`, scope, begin.length)
    if (parted) found.fill(parted, at, at + 2)
  }
  return found
}

/**
 * What makes a topic a matter of work is looked for in the same clause: the next one may be about the person. With
 * `across`, only words count that stand on both sides of that place.
 */
function ofSentence(sentence: string, scope: Scope, across?: number): Forbidden | undefined {
  if (!anyTerm.some((term) => term.test(sentence))) return undefined
  if (scope === 'OPENING' && disclaimers.test(sentence)) return undefined
  const isNarrow = scope === 'OWN_WORDS' || scope === 'OPENING'
  const isOwn = (scope === 'NOTE' || scope === 'CAREER') && isPersonal(sentence)
  for (const { kind, pattern, unless } of terms) {
    if (isNarrow && !narrow.includes(kind)) continue
    for (const { 0: word, index } of sentence.matchAll(pattern)) {
      if (across !== undefined && (index >= across || index + word.length <= across)) continue
      if (isOwn) return { kind, word }
      const around =
        scope === 'CAREER' || scope === 'NOTE' ? clauseAt(sentence, { from: index, to: index + word.length }) : sentence
      if (kind === 'SENSITIVE' && isLived(sentence.slice(index + word.length))) return { kind, word }
      if (unless?.test(around) || (scope === 'CAREER' && namesWork(around, kind))) continue
      return { kind, word }
    }
  }
  return undefined
}

/** What stands in the place of a sentence that may not be kept. */
export const maskedSentence = '〔収集できない情報のため伏せています〕'

/** The text with each sentence that tells of something forbidden replaced by `maskedSentence`. */
export function maskForbidden(text: string, scope: Scope = 'NOTE'): string {
  const sentences = sentencesOf(text)
  const found = judged(sentences.map(readable), scope)
  return sentences
    .map((sentence, at) => (found[at] ? `${maskedSentence}${sentence.endsWith('\n') ? '\n' : ''}` : sentence))
    .join('')
}
