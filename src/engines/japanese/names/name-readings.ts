import { familyNameBearers, listedFamilyNames } from './family-names.ts'
import { givenNameWritings } from './given-names.gen.ts'
import { kanaToRomaji, romajiKey } from '../romaji.ts'
import { foldVariants } from '../variants.ts'

type Readings = ReadonlyMap<string, readonly string[]>

let family: Readings | undefined
let given: Readings | undefined
let shares: ReadonlyMap<string, number> | undefined

/** How a family name in kanji may be read, as sound keys (`romajiKey`), likeliest first; empty when it is not listed. */
export function familyReadings(kanji: string): readonly string[] {
  family ??= gather(listedFamilyNames.map(({ kanji: name, reading }) => [name, reading]))
  return family.get(foldVariants(kanji)) ?? []
}

/** How a given name in kanji may be read, as sound keys; empty when it is not listed. */
export function givenReadings(kanji: string): readonly string[] {
  given ??= gather(
    givenNameWritings.split('|').flatMap((entry) => {
      const [kana, ...writings] = entry.split(' ')
      return writings.map((writing): [string, string] => [writing, kana!])
    }),
  )
  return given.get(foldVariants(kanji)) ?? []
}

/** The people counted, about (総務省 人口推計). */
const population = 124_000_000

/** The share of the population that bears a family name in kanji, for the 2,000 most frequent; undefined for others. */
export function familyNameShare(kanji: string): number | undefined {
  shares ??= new Map(familyNameBearers().map(({ kanji: name, bearers }) => [foldVariants(name), bearers / population]))
  return shares.get(foldVariants(kanji))
}

function gather(pairs: readonly (readonly [kanji: string, kana: string])[]): Readings {
  const found = new Map<string, string[]>()
  const sounds = new Map<string, string>()
  for (const [kanji, kana] of pairs) {
    const key = foldVariants(kanji)
    const sound = sounds.get(kana) ?? romajiKey(kanaToRomaji(kana))
    sounds.set(kana, sound)
    const known = found.get(key)
    if (!known) found.set(key, [sound])
    else if (!known.includes(sound)) known.push(sound)
  }
  return found
}
