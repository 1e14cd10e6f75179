import { findForbidden, maskForbidden, maskedSentence, type ForbiddenKind } from '../../../engines/forbidden/index.ts'

/** Where something was masked: page and line, counted from one, and what it tells of. */
export type Masked = { page: number; line: number; kind: ForbiddenKind }

/**
 * The pages with every sentence masked that tells of what may not be collected, and where those stand. A PDF breaks
 * its lines anywhere, so two lines that only together tell of it are masked together.
 */
export function maskPages(pages: readonly string[]): { pages: string[]; masked: Masked[] } {
  const masked: Masked[] = []
  const shown = pages.map((page, at) => {
    const lines = page.split('\n')
    const found = lines.map((line) => findForbidden(line, 'CAREER')?.kind)
    const hidden = new Map<number, ForbiddenKind>()
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1]
      if (next === undefined || found[index] || found[index + 1] || line === '' || next === '') continue
      const together = findForbidden(`${line}${next}`, 'CAREER')
      if (together) hidden.set(index, together.kind).set(index + 1, together.kind)
    }
    return lines
      .map((line, index) => {
        const kind = found[index] ?? hidden.get(index)
        if (!kind) return line
        masked.push({ page: at + 1, line: index + 1, kind })
        return found[index] ? maskForbidden(line, 'CAREER') : maskedSentence
      })
      .join('\n')
  })
  return { pages: shown, masked }
}

/** The lines of masked pages that a search may find: what stands in the place of a sentence is none. */
export const searchedLines = (pages: readonly string[]): string[] =>
  pages.flatMap((page) => page.replaceAll(maskedSentence, '\n').split('\n'))
