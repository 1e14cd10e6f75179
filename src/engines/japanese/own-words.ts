import { companyKey, normaliseCompany } from './companies.ts'
import { isKana } from './kana.ts'
import { familyReadings, givenReadings } from './name-readings.ts'
import { isFamilyName, nameScript, soundKey, splitName, tidyName } from './names.ts'
import { kanaToRomaji, romajiKey } from './romaji.ts'
import { searchKey } from './text.ts'
import { foldVariants } from './variants.ts'

/** By what somebody is known: each name as it was written, its reading where there is one, addresses and employers. */
export type KnownBy = {
  names: readonly { written: string; kana?: string | undefined }[]
  mails: readonly string[]
  employers: readonly string[]
}

/**
 * Whether a text says who wrote it: a full name in kanji, kana or romaji, glued, spaced, punctuated or turned round, in any
 * of the readings that its kanji have; one part of it where a person introduces themselves or signs; the part of a mail
 * address before its @; the name of the employer. A part of a name within a sentence counts for nothing: 森, 学 and 愛 are
 * words, and a sound of fewer than six letters is found in too many.
 */
export function saysWho(text: string, { names, mails, employers }: KnownBy): boolean {
  const read = { key: searchKey(text), plain: foldVariants(text.normalize('NFKC')), sounds: soundsOf(text) }
  return (
    names.some((name) => saysName(read, name)) ||
    mails.some((mail) => saysLocalPart(read.plain, mail)) ||
    employers.some((employer) => saysEmployer(read.key, employer))
  )
}

type Read = { key: string; plain: string; sounds: readonly string[] }
type Sounds = { family: readonly string[]; given: readonly string[] }

const shortestSound = 6

function saysName(read: Read, { written, kana }: KnownBy['names'][number]): boolean {
  const name = tidyName(written)
  if (name === '') return false
  // A family name that stands alone is not divided: 佐藤 is no 佐 with the given name 藤.
  const split = isFamilyName(name) ? null : splitName(name, kana)
  const parts = split ? [split.family, split.given] : [name]
  const full = searchKey(name)
  if (split && nameScript(name) === 'KANJI' && full.length > 1 && read.key.includes(full)) return true
  const { family, given } = soundsOfName(parts, kana)
  const pairs = family.flatMap((one) => given.flatMap((other) => [one + other, other + one]))
  const isHeard = (sound: string) => sound.length >= shortestSound && read.sounds.some((run) => run.includes(sound))
  if (pairs.map((pair) => romajiKey(pair)).some(isHeard)) return true
  return introduces(read.plain, parts, new Set([...family, ...given]))
}

/** How the parts of a name may sound, from its reading or, where it is in kanji, from the lists of names. */
function soundsOfName([first = '', second = '']: readonly string[], kana: string | undefined): Sounds {
  const of = (part: string, listed: (kanji: string) => readonly string[]) => {
    const sound = soundKey(part)
    return sound === null ? listed(part) : [sound]
  }
  const read = kana === undefined ? null : splitName(kana)
  return {
    family: [...of(first, familyReadings), ...(read ? of(read.family, familyReadings) : [])],
    given: second === '' ? [] : [...of(second, givenReadings), ...(read ? of(read.given, givenReadings) : [])],
  }
}

/** The sounds that are written out in a text: its runs of kana and of Latin letters, without what separates names. */
function soundsOf(text: string): string[] {
  const plain = text.normalize('NFKC')
  const kana = plain.match(/[ぁ-ゖァ-ヺー]+(?:[\s・･,、=＝]*[ぁ-ゖァ-ヺー]+)*/gu) ?? []
  const latin = plain.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’.,_\s-]*/gu) ?? []
  const joined = (run: string) => run.replaceAll(/[^\p{L}\p{M}ー]/gu, '')
  return [...kana.map((run) => romajiKey(kanaToRomaji(joined(run)))), ...latin.map((run) => romajiKey(joined(run)))]
}

const closing = '(?:と\\s*(?:申|もう|言い|いい)|でございます|です(?!が、?他)|より\\s*$|\\s*$)'
const opening = '(?:^|私(?:は|、|,)|わたくし(?:は|、)|わたし(?:は|、)|僕は|名前は|氏名は?[::]?)\\s*'

/** One part of a name where its bearer says who they are, or signs. */
function introduces(plain: string, parts: readonly string[], sounds: ReadonlySet<string>): boolean {
  const written = parts.map((part) => foldVariants(part.normalize('NFKC'))).filter((part) => !isKana(part))
  const lines = plain.split(/[。．!！?？\n]/u).map((line) => line.trim())
  const escaped = written.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  const byKanji = escaped.length > 0 && new RegExp(`${opening}(?:${escaped.join('|')})${closing}`, 'iu')
  const kana = new RegExp(`${opening}([ぁ-ゖァ-ヺー]+?)${closing}`, 'u')
  const latin = /(?:^|\bmy name is|\bi am|\bi'm|\bthis is|\bregards,?|\bsincerely,?)\s+([a-z'-]+)\s*(?:$|[,.])/iu
  return lines.some((line) => {
    if (byKanji && byKanji.test(line)) return true
    const heard = kana.exec(line)?.[1]
    if (heard && sounds.has(romajiKey(kanaToRomaji(heard)))) return true
    const letters = latin.exec(` ${line}`)?.[1]
    return letters !== undefined && sounds.has(romajiKey(letters))
  })
}

/** Addresses such as `info@` and `job@` name nobody: five letters at least, or a figure or a dot among four. */
function saysLocalPart(plain: string, mail: string): boolean {
  const local = mail
    .slice(0, Math.max(0, mail.lastIndexOf('@')))
    .normalize('NFKC')
    .toLowerCase()
  if (local.length < 4 || (local.length < 5 && !/[\d._-]/.test(local))) return false
  const escaped = local.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  return new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`, 'u').test(plain.toLowerCase())
}

/** A short name counts with its legal form alone: 東 is a word, 株式会社東 is not. */
function saysEmployer(key: string, employer: string): boolean {
  const name = companyKey(employer)
  if (name.length >= 3) return key.includes(name)
  const whole = searchKey(normaliseCompany(employer))
  return whole.length > name.length && key.includes(whole)
}
