/** Whether a font has a shape for a character, given by its number. */
export type Covers = (code: number) => boolean

const isIgnorable = (character: string) => /\p{Default_Ignorable_Code_Point}/u.test(character)

/**
 * A text of which everything can be drawn: a run of characters that the font has no shape for (other scripts, emoji) stands as
 * their numbers in Unicode, so that no name vanishes behind empty boxes. Control characters, which nobody sees, are left out.
 */
export function drawable(text: string, covers: Covers): string {
  const inText: string[] = []
  let run: string[] = []
  const endRun = () => {
    if (run.length > 0) inText.push(`［${run.join(' ')}］`)
    run = []
  }
  for (const character of text.replaceAll('\t', ' ')) {
    const code = character.codePointAt(0) ?? 0
    if (isIgnorable(character) && run.length > 0) continue
    if (/[\n\r]/.test(character) || isIgnorable(character) || covers(code)) {
      endRun()
      inText.push(character)
    } else if (!/\p{Cc}/u.test(character)) run.push(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
  }
  endRun()
  return inText.join('')
}

/** What a paper says of itself where characters of it could not be drawn. */
export const undrawnNote = {
  ja: '［U+…］は、この書面の書体では表示できない文字を、その文字の番号（Unicode）で示したものです。',
  en: '［U+…］ stands for characters that this paper has no typeface for, by their numbers in Unicode.',
} as const
