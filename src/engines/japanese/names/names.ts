import { listedFamilyNames } from './family-names.ts'
import { hasKanji, isKana, isRomaji, toKatakana } from '../kana.ts'
import { kanaToRomaji, romajiKey } from '../romaji.ts'
import { searchKey } from '../text.ts'
import { foldVariants } from '../variants.ts'

/** How sure the border or the order of a name is: written by its author, told by a list of family names, or assumed. */
export type NameEvidence = 'WRITTEN' | 'FAMILY_NAME_LIST' | 'ASSUMED'
export type NameScript = 'KANJI' | 'KANA' | 'ROMAJI' | 'OTHER'
export type SplitName = { family: string; given: string; script: NameScript; evidence: NameEvidence }

const readingsByFamily = new Map<string, string[]>()
const familySounds = new Map<string, number>()
for (const { kanji, reading } of listedFamilyNames) {
  const key = foldVariants(kanji)
  readingsByFamily.set(key, [...(readingsByFamily.get(key) ?? []), toKatakana(reading)])
  const sound = romajiKey(kanaToRomaji(reading))
  if (!familySounds.has(sound)) familySounds.set(sound, familySounds.size)
}

export function nameScript(text: string): NameScript {
  if (isKana(text)) return 'KANA'
  if (isRomaji(text.normalize('NFKC'))) return 'ROMAJI'
  return hasKanji(text) ? 'KANJI' : 'OTHER'
}

/** Nothing to leave off, as nearly every name: no other space than one between two parts, no honorific at either end. */
const tidy = /^(?![mdMD][rsRS])[^\s\u3000]+(?: [^\s\u3000]+)*(?<![\u3000様ま殿ん氏])$/u

/** A name as it is kept: trimmed, one plain space between its parts, honorifics (様, さん, Mr.) left off; nothing folded. */
export function tidyName(text: string): string {
  if (tidy.test(text)) return text
  return text
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()
    .replace(/ ?(?:様|さま|殿)$/u, '')
    .replace(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) ?(?:さん|氏)$/u, '')
    .replace(/^(?:Mr|Ms|Mrs|Dr)\.? /i, '')
    .trim()
}

/**
 * The family and given part of a full name, or null if it has only one part that nothing divides.
 * Japanese script is family first. In romaji the part in capitals is the family name (SUGE Naoki, Naoki SUGE); a comma
 * ends it (Suge, Naoki); else the list of family names decides, and failing that the Western order is assumed.
 * `kana`, the reading of the same name with its space, finds the border in kanji written without one.
 */
export function splitName(text: string, kana?: string): SplitName | null {
  const name = tidyName(text)
  const script = nameScript(name)
  if (script === 'ROMAJI') return splitRomaji(name)
  const parts = name.split(/[ ・,、]/u).filter(Boolean)
  if (parts.length > 1) {
    return { family: parts[0]!, given: parts.slice(1).join(' '), script, evidence: 'WRITTEN' }
  }
  if (script === 'KANJI') return splitKanji(name, kana)
  return null
}

function splitRomaji(name: string): SplitName | null {
  const tidy = name.normalize('NFKC')
  const made = (family: string[], given: string[], evidence: NameEvidence): SplitName | null =>
    family.length && given.length
      ? { family: family.join(' '), given: given.join(' '), script: 'ROMAJI', evidence }
      : null
  if (tidy.includes(',')) {
    const [family = '', given = ''] = tidy.split(',').map((part) => part.trim())
    return made([family].filter(Boolean), [given].filter(Boolean), 'WRITTEN')
  }
  const parts = tidy.split(' ')
  const capitals = parts.filter((part) => part.length > 1 && part === part.toUpperCase())
  if (capitals.length && capitals.length < parts.length) {
    return made(
      capitals,
      parts.filter((part) => !capitals.includes(part)),
      'WRITTEN',
    )
  }
  const first = familySounds.get(romajiKey(parts[0]!)) ?? Infinity
  const last = familySounds.get(romajiKey(parts.at(-1)!)) ?? Infinity
  const evidence: NameEvidence = (first === Infinity) === (last === Infinity) ? 'ASSUMED' : 'FAMILY_NAME_LIST'
  // All capitals is the manner of passports and bank books: family first unless the list says otherwise.
  const familyFirst = evidence === 'FAMILY_NAME_LIST' ? first < last : capitals.length === parts.length
  if (familyFirst) return made(parts.slice(0, 1), parts.slice(1), evidence)
  return made(parts.slice(-1), parts.slice(0, -1), evidence)
}

function splitKanji(name: string, kana?: string): SplitName | null {
  const characters = Array.from(name)
  if (characters.length < 2) return null
  const made = (length: number, evidence: NameEvidence): SplitName => ({
    family: characters.slice(0, length).join(''),
    given: characters.slice(length).join(''),
    script: 'KANJI',
    evidence,
  })
  const familyKana = kana ? toKatakana(tidyName(kana)).split(' ')[0] : undefined
  const lengths = [3, 2, 1, 4].filter((length) => length < characters.length)
  const listed = lengths.filter((length) => readingsByFamily.has(foldVariants(made(length, 'ASSUMED').family)))
  const read = listed.find((length) =>
    readingsByFamily.get(foldVariants(made(length, 'ASSUMED').family))?.some((reading) => reading === familyKana),
  )
  if (read) return made(read, 'FAMILY_NAME_LIST')
  // Family names of two characters are by far the most; three (佐々木) come before two, and one (林, 森) last.
  if (listed[0]) return made(listed[0], 'FAMILY_NAME_LIST')
  return made(characters.length <= 2 ? 1 : 2, 'ASSUMED')
}

/** Whether a text is, as a whole, one of the frequent family names, in kanji or by its sound. */
export function isFamilyName(text: string): boolean {
  return readingsByFamily.has(foldVariants(text.trim())) || familySounds.has(soundKey(text) ?? '')
}

/** The key of a name's sound, parts in the order written; null for kanji, whose sound is not written. */
export function soundKey(text: string): string | null {
  const script = nameScript(tidyName(text))
  if (script === 'KANA') return romajiKey(kanaToRomaji(tidyName(text)))
  return script === 'ROMAJI' ? romajiKey(tidyName(text)) : null
}

/**
 * The key two writings of a name are compared by. Kanji: variants folded, no space. Kana and romaji: their sound with
 * the parts sorted, so that `SUGE Naoki`, `Naoki Suge` and `スゲ ナオキ` meet.
 */
export function nameKey(text: string): string {
  const sound = soundKey(text)
  if (sound !== null) return sound.split(' ').toSorted().join(' ')
  return searchKey(tidyName(text))
}
