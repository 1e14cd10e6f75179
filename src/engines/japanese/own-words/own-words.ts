import { companyKey, normaliseCompany } from '../companies.ts'
import { isKana } from '../kana.ts'
import { familyReadings, givenReadings } from '../names/name-readings.ts'
import { isFamilyName, nameScript, soundKey, splitName, tidyName } from '../names/names.ts'
import { introducedPart } from './own-introductions.ts'
import { genericEmployers, genericMailboxes } from './own-stop-words.ts'
import { kanaToRomaji, romajiKey } from '../romaji.ts'
import { searchKey } from '../text.ts'
import { foldVariants } from '../variants.ts'

/** By what somebody is known: each name as it was written, its reading where there is one, addresses and employers. */
export type KnownBy = {
  names: readonly { written: string; kana?: string | undefined }[]
  mails: readonly string[]
  employers: readonly string[]
}

/**
 * The words of a text that say who wrote it, or undefined: a full name in kanji, kana or romaji, glued, punctuated,
 * bracketed or turned round, in any of the readings that its kanji have; one part of it where a person introduces
 * themselves or signs; the part of a mail address before its @; the name of the employer. A part of a name within a
 * sentence counts for nothing: 森, 学 and 愛 are words, and a sound of fewer than six letters is found in too many, unless
 * its two parts stand as words side by side.
 */
export function whoIsSaid(text: string, { names, mails, employers }: KnownBy): string | undefined {
  const plain = foldVariants(withoutUnseen(text).normalize('NFKC'))
  const reads = [...new Set([plain, plain.replaceAll(bracketed, ' '), plain.replaceAll(parting, '')])].map(readOf)
  for (const read of reads) {
    const found =
      first(names, (name) => nameSaid(read, name)) ??
      first(mails, (mail) => mailboxSaid(read.plain, mail)) ??
      first(employers, (employer) => employerSaid(read.key, employer))
    if (found !== undefined) return found
  }
  return undefined
}

/** A text without the characters that nobody sees, which may stand within a name or a number to part it. */
export const withoutUnseen = (text: string): string =>
  text.replaceAll(/[\p{Cf}\u034F\u115F\u1160\u3164\uFFA0\p{Variation_Selector}]/gu, '')

/** A line break within a word of Japanese, which has none between its words: 高⏎橋. */
const parting =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[^\S\n]*\n\s*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

/** Readings and other asides: 高橋(たかはし)遥(はるか), 高橋《たかはし》. */
const bracketed = /\([^()]*\)|\[[^[\]]*\]|《[^《》]*》|〈[^〈〉]*〉|【[^【】]*】|「[^「」]*」|『[^『』]*』|<[^<>]*>/gu

function first<T>(all: readonly T[], said: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = said(one)
    if (found !== undefined) return found
  }
  return undefined
}

type Read = { plain: string; key: string; runs: readonly { sound: string; words: readonly string[] }[] }
type Sounds = { family: readonly string[]; given: readonly string[] }

const readOf = (plain: string): Read => ({ plain, key: lettersOf(plain), runs: runsOf(plain) })

/** Letters and figures alone: what stands between them parts no name. */
const lettersOf = (text: string): string => searchKey(text).replaceAll(/[^\p{L}\p{N}]/gu, '')

const shortestSound = 6

function nameSaid(read: Read, { written, kana }: KnownBy['names'][number]): string | undefined {
  const name = tidyName(written)
  if (name === '') return undefined
  // A family name that stands alone is not divided: 佐藤 is no 佐 with the given name 藤.
  const split = isFamilyName(name) ? null : splitName(name, kana)
  const parts = split ? [split.family, split.given] : [name]
  const [one, other] = parts.map(lettersOf)
  if (one && other && nameScript(name) === 'KANJI') {
    // 大林 may be 林 大 turned round, and is a name of its own.
    const turned = one.length + other.length > 2 ? [one + other, other + one] : [one + other]
    if (turned.some((full) => read.key.includes(full))) return name
  }
  const { family, given } = soundsOfName(parts, kana)
  const pairs = family.flatMap((left) => given.map((right) => [left, right] as const))
  if (pairs.some((pair) => isHeard(read, pair))) return name
  const sounds = new Set([...family, ...given, ...pairs.flatMap(([left, right]) => [left + right, right + left])])
  return introducedPart(read.plain, { written: parts.filter((part) => !isKana(part)), sounds })
}

function isHeard({ runs }: Read, [left, right]: readonly [string, string]): boolean {
  const whole = [left + right, right + left].map((pair) => romajiKey(pair))
  return runs.some(
    ({ sound, words }) =>
      whole.some((pair) => pair.length >= shortestSound && sound.includes(pair)) ||
      words.some((word, at) => {
        const next = words[at + 1]
        return (word === left && next === right) || (word === right && next === left)
      }),
  )
}

/** How the parts of a name may sound, from its reading or, where it is in kanji, from the lists of names. */
function soundsOfName([family = '', given = '']: readonly string[], kana: string | undefined): Sounds {
  const of = (part: string, listed: (kanji: string) => readonly string[]) => {
    const sound = soundKey(part)
    return sound === null ? listed(part) : [sound]
  }
  const read = kana === undefined ? null : splitName(kana)
  return {
    family: [...of(family, familyReadings), ...(read ? of(read.family, familyReadings) : [])],
    given: given === '' ? [] : [...of(given, givenReadings), ...(read ? of(read.given, givenReadings) : [])],
  }
}

/** What is written by sound in a text: its runs of kana and of Latin letters, whole and word by word. */
function runsOf(plain: string): Read['runs'] {
  const kana = plain.match(/[ぁ-ゖァ-ヺー]+(?:[^\p{L}\p{N}]*[ぁ-ゖァ-ヺー]+)*/gu) ?? []
  const latin = plain.match(/\p{Script=Latin}+(?:[^\p{L}\p{N}]*\p{Script=Latin}+)*/gu) ?? []
  const read = (run: string, sound: (letters: string) => string) => {
    const words = run.split(/[^\p{L}\p{M}ー]+/u).filter(Boolean)
    return { sound: sound(words.join('')), words: words.map(sound) }
  }
  return [
    ...kana.map((run) => read(run, (letters) => romajiKey(kanaToRomaji(letters)))),
    ...latin.map((run) => read(run, romajiKey)),
  ]
}

/** Five letters at least, or a figure or a dot among four, whatever stands between them; `support@` names nobody. */
function mailboxSaid(plain: string, mail: string): string | undefined {
  const local = mail
    .slice(0, Math.max(0, mail.lastIndexOf('@')))
    .normalize('NFKC')
    .toLowerCase()
  const key = local.replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (key.length < 4 || (local.length < 5 && !/[\d._-]/.test(local)) || genericMailboxes.has(key)) return undefined
  const parted = Array.from(key).join(String.raw`[^\p{L}\p{N}\s]*`)
  return new RegExp(`(?<![a-z0-9])${parted}(?![a-z0-9])`, 'u').exec(plain.toLowerCase())?.[0]
}

/** A short name counts with its legal form alone: 東 is a word, 株式会社東 is not. */
function employerSaid(key: string, employer: string): string | undefined {
  const name = lettersOf(companyKey(employer))
  const isGeneric = genericEmployers.has(name.replace(/(?:として|勤務|中|済み?)$/u, ''))
  if (name.length >= 3 && !isGeneric) return key.includes(name) ? employer : undefined
  const whole = lettersOf(normaliseCompany(employer))
  return whole.length > name.length && key.includes(whole) ? employer : undefined
}
