import type { CareerEntry } from '../../../contract/people/person-fields.ts'
import { companyKey } from '../../../engines/japanese/index.ts'
import type { Candidate, HeldRole, HeldSkill, LanguageLevel } from '../../../engines/matching/index.ts'
import type { Stated } from '../people/index.ts'
import { employmentTypeCode, languageCode, occupationCode, prefectureCodes } from './terms.ts'

/** What filter and rank may know, read from what the profile shows. Gender, age, name and school are not read. */
export type Facts = Omit<Candidate, 'id' | 'updatedAt' | 'signals' | 'blockedCompanies'>

/** What a source wrote as the engine's facts. What cannot be read is unknown, and is asked about. */
export function factsOf(stated: Stated, asOf: Date): Facts {
  const prefecture = prefectureCodes(textOf(stated.prefecture) ?? '')[0]
  const remoteWish = remoteOf(textOf(stated.remoteWish))
  const workPermit = permitOf(textOf(stated.workPermit))
  const availableFrom = textOf(stated.availableFrom)
  const experienceYears = careerYears(stated.workHistory, asOf)
  const employer = companyKey(textOf(stated.employer) ?? '')
  return {
    ...(prefecture && { prefecture }),
    ...many('willingPrefectures', stated.desiredPrefectures, prefectureCodes),
    ...(remoteWish && { remoteWish }),
    ...many('occupations', stated.desiredOccupations, (text) => [occupationCode(text)]),
    ...many('employmentTypes', stated.employmentTypes, (text) => [employmentTypeCode(text)]),
    ...(typeof stated.desiredSalaryMin === 'number' && { desiredSalary: stated.desiredSalaryMin }),
    ...(workPermit && { workPermit }),
    ...many('languages', stated.languages, (text) => [languageOf(text)]),
    ...(availableFrom && { availableFrom }),
    ...(employer && { employer }),
    ...skillsOf(stated),
    ...rolesOf(stated),
    ...(experienceYears !== undefined && { experienceYears }),
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function many<Key extends string, Item>(
  key: Key,
  value: unknown,
  read: (text: string) => readonly Item[],
): Partial<Record<Key, Item[]>> {
  if (!Array.isArray(value) || value.length === 0) return {}
  const items = value.flatMap((part) => (typeof part === 'string' ? read(part) : []))
  return { [key]: items } as Partial<Record<Key, Item[]>>
}

export function remoteOf(text: string | undefined): Candidate['remoteWish'] {
  if (!text) return undefined
  const plain = text.normalize('NFKC').toUpperCase()
  if (/不可|希望しない|出社(のみ|希望)|ON_SITE|^NO$/.test(plain)) return 'NO'
  if (/フル|のみ|ONLY|FULLY|完全/.test(plain)) return 'ONLY'
  if (/可|希望|一部|PARTLY|WELCOME|YES|ハイブリッド|HYBRID/.test(plain)) return 'WELCOME'
  return undefined
}

function permitOf(text: string | undefined): Candidate['workPermit'] {
  if (!text) return undefined
  const plain = text.normalize('NFKC').toUpperCase()
  if (/制限なし|無制限|UNRESTRICTED|永住|定住|日本人|配偶者/.test(plain)) return 'UNRESTRICTED'
  if (/不可|なし|^NONE$/.test(plain)) return 'NONE'
  return 'RESTRICTED'
}

const level = /\b(A1|A2|B1|B2|C1|C2)\b/
/** `英語 ビジネスレベル`, `English C1`, `TOEIC 860`. TOEIC L&R against CEFR: IIBC's table of 2018. */
function languageOf(text: string): { language: string; level?: LanguageLevel } {
  const plain = text.normalize('NFKC').toUpperCase()
  const language = languageCode(text)
  const toeic = /TOEIC\D{0,10}(\d{3})/.exec(plain)?.[1]
  const found =
    level.exec(plain)?.[1] ??
    (toeic ? toeicLevel(Number(toeic)) : undefined) ??
    (/母語|ネイティブ|NATIVE/.test(plain) ? 'NATIVE' : undefined) ??
    (/流暢|FLUENT|ビジネス|BUSINESS/.test(plain) ? 'B2' : undefined) ??
    (/日常|CONVERSATION/.test(plain) ? 'B1' : undefined)
  return { language, ...(found && { level: found as LanguageLevel }) }
}

const toeicLevel = (points: number): LanguageLevel | undefined =>
  points >= 945 ? 'C1' : points >= 785 ? 'B2' : points >= 550 ? 'B1' : points >= 225 ? 'A2' : undefined

/** `Java 5年`, `Java (5 years)`, `簿記2級`. A grade is part of the skill's name; years are not. */
function skillOf(text: string): HeldSkill {
  const found = /[\s(（:：]*(\d{1,2}(?:\.\d)?)\s*(?:年(?:以上|間)?|years?|yrs?)\s*[)）]?\s*$/iu.exec(
    text.normalize('NFKC'),
  )
  if (!found) return { skill: text }
  const skill = text.normalize('NFKC').slice(0, found.index).trim()
  return skill === '' ? { skill: text } : { skill, years: Number(found[1]) }
}

/** The skills listed, and what the work history names in so many words. */
function skillsOf({ skills, workHistory }: Stated): Pick<Facts, 'skills'> {
  const listed = many('skills', skills, (text) => [skillOf(text)]).skills ?? []
  const mentioned = entriesOf(workHistory).flatMap(({ role = '', summary = '' }) =>
    [role, ...summary.split(/[、，,;；\n]/)]
      .map((part) => part.trim())
      .filter((part) => part.length >= 2 && part.length <= mentionLength)
      .map((skill): HeldSkill => ({ skill, mentioned: true })),
  )
  return listed.length + mentioned.length === 0 ? {} : { skills: [...listed, ...mentioned.slice(0, 40)] }
}

/** Longer parts of a sentence are told tasks, not names of skills. */
const mentionLength = 24

/** What they are called today, and what they were in the jobs of their history. */
function rolesOf({ title, workHistory }: Stated): Pick<Facts, 'roles'> {
  const today = textOf(title)
  const jobs = entriesOf(workHistory).flatMap(({ role, to }): HeldRole[] =>
    role ? [{ title: role, ...(to && { isPast: true }) }] : [],
  )
  const roles = [...(today ? [{ title: today }] : []), ...jobs]
  return roles.length === 0 ? {} : { roles }
}

const entriesOf = (value: unknown): CareerEntry[] =>
  Array.isArray(value) ? value.filter((entry): entry is CareerEntry => typeof entry === 'object' && entry !== null) : []

/** Years at work, overlaps counted once; unknown where no entry says when it began. */
function careerYears(value: unknown, asOf: Date): number | undefined {
  if (!Array.isArray(value)) return undefined
  const spans = value
    .flatMap((entry: CareerEntry | string) => {
      if (typeof entry === 'string' || !entry.from) return []
      const from = monthOf(entry.from)
      const until = entry.to ? monthOf(entry.to) : asOf.getUTCFullYear() * 12 + asOf.getUTCMonth()
      return from === undefined || until === undefined || until < from ? [] : [{ from, until }]
    })
    .toSorted((one, other) => one.from - other.from)
  if (spans.length === 0) return undefined
  let months = 0
  let reached = 0
  for (const { from, until } of spans) {
    months += Math.max(0, until - Math.max(from, reached))
    reached = Math.max(reached, until)
  }
  return Math.floor(months / 12)
}

function monthOf(text: string): number | undefined {
  const found = /^(\d{4})-(\d{2})/.exec(text)
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : undefined
}
