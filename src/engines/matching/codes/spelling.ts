/** Width, case, spaces, hyphens and middle dots aside: the same key for the spellings of one word. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s・_‐‑–—-]/g, '')
}

/**
 * The same pure function, which remembers its last answers: the texts of a pool repeat. Past `most` it forgets them all, so
 * that texts nobody repeats cannot fill the memory.
 */
export function remembered<T>(of: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const answer = of(text)
    known.set(text, answer)
    return answer
  }
}
