/**
 * Okapi BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009) with the usual k1 1.2 and b 0.75.
 * Terms are words of Latin letters and digits, and pairs of neighbouring characters of everything else, as is common for
 * Japanese without a dictionary. Answers a score for each document.
 */
export function bm25(documents: readonly string[], query: string): number[] {
  const [k1, b] = [1.2, 0.75]
  const counted = documents.map((text) => {
    const counts = new Map<string, number>()
    const terms = termsOf(text)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    return { counts, length: terms.length }
  })
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / counted.length
  const asked = [...new Set(termsOf(query))].map((term) => {
    const found = counted.filter(({ counts }) => counts.has(term)).length
    return { term, weight: Math.log(1 + (counted.length - found + 0.5) / (found + 0.5)) }
  })
  return counted.map(({ counts, length }) =>
    asked.reduce((sum, { term, weight }) => {
      const count = counts.get(term) ?? 0
      return sum + (weight * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / mean))
    }, 0),
  )
}

function termsOf(text: string): string[] {
  const found =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9+#.]+|[^\sa-z0-9+#.、。・,()/]+/g) ?? []
  return found.flatMap((run) => {
    if (/^[a-z0-9]/.test(run) || run.length === 1) return [run]
    return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
  })
}
