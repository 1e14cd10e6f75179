/** Width, case, spaces, hyphens and middle dots aside: the same key for the spellings of one word. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s・_‐‑–—-]/g, '')
}
