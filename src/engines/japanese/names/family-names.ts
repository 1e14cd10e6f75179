import { familyNameCounts } from './family-name-counts.gen.ts'
import { familyNameReadings } from './family-names.gen.ts'

/** The most frequent family names in kanji with a reading in hiragana each, the most frequent first; one of several readings stands several times. */
export const listedFamilyNames: readonly { kanji: string; reading: string }[] = Array.from(
  familyNameReadings.matchAll(/(\S*?[^\u3041-\u3096\s])([\u3041-\u3096]+)(?: |$)/g),
  ([, kanji, reading]) => ({ kanji: kanji!, reading: reading! }),
)

/** How many people bear each of them. */
export const familyNameBearers = (): { kanji: string; bearers: number }[] =>
  Array.from(familyNameCounts.matchAll(/(\D+?)(\d+)(?: |$)/g), ([, kanji, bearers]) => ({
    kanji: kanji!,
    bearers: Number(bearers),
  }))
