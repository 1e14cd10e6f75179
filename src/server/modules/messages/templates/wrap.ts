// Marks that may not begin a line, and marks that may not end one (JIS X 4051, line-start and line-end prohibition).
const notFirst = new Set(
  Array.from(
    '、。,.・:;?!）］｝〕〉》」』】ー～々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]}!?,.:;…：；？！％，．',
  ),
)
const notLast = new Set(Array.from('（［｛〔〈《「『【([{￥'))

function isWide(character: string): boolean {
  return (
    /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6…※■●―]/u.test(
      character,
    ) ||
    /\p{Extended_Pictographic}/u.test(character) ||
    (character.codePointAt(0) ?? 0) >= 0x20000
  )
}

/** Columns a text takes in a fixed-width font: Japanese characters take two. */
export function columns(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0)
}

/** Unbreakable pieces: a Latin word or an address with the space after it, or one Japanese character with its marks. */
function piecesOf(text: string): string[] {
  // With letters go the marks that stand inside words: ’ in “person’s”, dashes, soft quotes, no-break spaces.
  const found = text.match(/[!-~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20cf]+ *| +|./gsu) ?? []
  const pieces: string[] = []
  for (const piece of found) {
    const last = pieces.at(-1)
    const joins =
      last !== undefined && (notFirst.has(Array.from(piece)[0] ?? '') || notLast.has(Array.from(last).at(-1) ?? ''))
    if (joins) pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }
  return pieces
}

/**
 * Breaks each line so that it takes at most `width` columns, keeping Latin words and addresses whole and the Japanese
 * rules for the marks at the ends of a line. Only a piece that is wider by itself may stand out.
 */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  const out: string[] = []
  let current = ''
  for (const piece of piecesOf(line)) {
    if (current !== '' && columns((current + piece).trimEnd()) > width) {
      out.push(current.trimEnd())
      current = piece.trimStart()
    } else current += piece
  }
  out.push(current.trimEnd())
  return out.join('\n')
}
