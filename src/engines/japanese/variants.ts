import { variantPairs } from './variants.gen.ts'

const forms = new Map<string, string>()
const characters = Array.from(variantPairs)
for (let at = 0; at + 1 < characters.length; at += 2) forms.set(characters[at]!, characters[at + 1]!)

/** Which UTF-16 units may be, or be half of, a character that is folded. */
const mayFold = new Uint8Array(0x10000).fill(1, 0xd800, 0xe000).fill(1, 0xfe00, 0xfe10)
for (const character of forms.keys()) mayFold[character.charCodeAt(0)] = 1

/** U+FE00 to U+FE0F and U+E0100 to U+E01EF choose a glyph (葛󠄀, 辻󠄀), never another character. */
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu

/**
 * Writes each variant character (異体字, 旧字体) in the one form it is compared by: 髙 → 高, 﨑 → 崎, 邊 and 邉 → 辺.
 * For keys only: a name is stored and shown as its bearer writes it. Each call on its own result changes nothing.
 * Source of the table: scripts/make-variants.ts.
 */
export function foldVariants(text: string): string {
  let first = 0
  while (first < text.length && mayFold[text.charCodeAt(first)] === 0) first++
  if (first === text.length) return text
  let folded = ''
  for (const character of text.replace(variationSelectors, '')) folded += forms.get(character) ?? character
  return folded
}

/** Whether two texts differ, and differ only in variant characters: worth showing to a reviewer as a reason. */
export function differOnlyInVariants(one: string, other: string): boolean {
  return one !== other && foldVariants(one.normalize('NFKC')) === foldVariants(other.normalize('NFKC'))
}
