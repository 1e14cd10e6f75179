import { kanaToRomaji, romajiKey, romajiToKana } from './romaji.ts'

/** How spellings of other languages sound to a Japanese ear, in order: Vietnamese, Indian, Portuguese and English ones. */
const heard: readonly (readonly [RegExp, string])[] = [
  [/^ng/, 'g'],
  [/ngh?$/, 'n'],
  [/nh(?=[aeiou])/g, 'ny'],
  [/ph/g, 'f'],
  [/zh/g, 'ch'],
  [/th(?=[aeiou])/g, 't'],
  [/th/g, 's'],
  [/(?<=[bdgkt])h/g, ''],
  [/(?<![cs])h(?![aeiou])/g, ''],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/qu?/g, 'k'],
  [/^x/, 'sh'],
  [/x/g, 'ks'],
  [/z(?![aeiouy])/g, 's'],
  [/gu(?=[ei])/g, 'g'],
  [/(?<=[gk])w(?=[aeiou])/g, 'u'],
  [/v/g, 'b'],
  [/l/g, 'r'],
  [/ow(?=n|$)/g, 'au'],
  [/(?<=[aeiou])y(?=[aeiou])/g, ''],
  [/y(?![aeiou])/g, 'i'],
  [/w(?![aeiou])/g, 'u'],
  [/([bdfgjkmprstz])\1/g, '$1'],
  // A consonant that no vowel follows is spoken with one.
  [/(?<=ch|j)(?![aeiouy])/g, 'i'],
  [/(?<=sh)(?![aeiouy])/g, 'u'],
  [/(?<=[td])(?![aeiouys])/g, 'o'],
  [/m(?=[bp])/g, 'n'],
  [/(?<=[bfgkmprz]|s(?!h)|ts)(?![aeiouy])/g, 'u'],
]

/** What no romaji of a Japanese name holds, though its syllables be Japanese ones. */
const foreignLetters = /[vx]|^n[bcdfghjkmprstwz]/

/**
 * The key under which a part of a name in Latin letters meets its kana: of a Japanese name that of its romaji; another is
 * spoken as a Japanese would write it down (Pham → famu, Patel → pateru), which finds most of them and decides nothing.
 */
export function latinSoundKey(part: string): string {
  const key = romajiKey(part).replaceAll(' ', '')
  if (key === '' || (!foreignLetters.test(key) && romajiToKana(key) !== null)) return key
  let sound = part
    .normalize('NFKC')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  for (const [spelling, spoken] of heard) sound = sound.replace(spelling, spoken)
  return romajiKey(sound)
}

/** The key of a part in kana, which both `latinSoundKey` and romaji of it meet; ヴ sounds as ブ. */
export const kanaSoundKey = (part: string): string =>
  romajiKey(kanaToRomaji(part)).replaceAll(' ', '').replaceAll('v', 'b')
