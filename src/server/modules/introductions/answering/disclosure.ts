import { z } from 'zod'
import { FieldValue, PersonField } from '../../../../contract/people/person-fields.ts'
import { occupationCode, occupationWords, prefectureCodes, prefectureWords } from '../../matching/index.ts'
import { Wishes, type Member } from '../../relay/index.ts'

type Language = 'ja' | 'en'

/** What would be provided on yes: the very values, as they are frozen into the share. */
export const Disclosure = z.object({ subjectName: z.string(), fields: z.partialRecord(PersonField, FieldValue) })
export type Disclosure = z.output<typeof Disclosure>

const labels = {
  name: { ja: 'お名前', en: 'Name' },
  email: { ja: 'メールアドレス', en: 'Mail address' },
  desiredOccupations: { ja: '希望職種', en: 'Wished occupation' },
  desiredPrefectures: { ja: '希望勤務地', en: 'Where you would work' },
  remoteWish: { ja: 'リモート勤務の希望', en: 'Remote work' },
  desiredSalaryMin: { ja: '希望年収', en: 'Wished salary' },
  availableFrom: { ja: '就業開始の希望時期', en: 'Available from' },
  employmentTypes: { ja: '希望雇用形態', en: 'Wished terms' },
  skills: { ja: 'スキル・資格', en: 'Skills and certificates' },
  workHistory: { ja: '職務経歴', en: 'Work history' },
} as const satisfies Partial<Record<PersonField, Record<Language, string>>>
type Told = keyof typeof labels

const remotes: Record<string, string> = {
  ON_SITE: '出社を希望',
  PARTLY: '一部リモートを希望',
  FULLY: 'フルリモートを希望',
}

/** What the member registered, as the fields of a person. What the member left open is not provided. */
export function disclosureOf(member: Pick<Member, 'displayName' | 'mail'>, given: Wishes | undefined): Disclosure {
  const wishes = given ?? Wishes.parse({})
  const all: Record<Told, FieldValue | null> = {
    name: member.displayName,
    email: member.mail,
    desiredOccupations: wishes.occupations.map((one) => occupationWords(occupationCode(one)).ja),
    desiredPrefectures: wishes.prefectures.flatMap((one) =>
      one === '99' ? ['全国'] : prefectureCodes(one).map((code) => prefectureWords(code).ja),
    ),
    remoteWish: remotes[wishes.remote] ?? null,
    desiredSalaryMin: wishes.salaryMin,
    availableFrom: wishes.startFrom,
    employmentTypes: wishes.employmentTypes,
    skills: wishes.skills,
    workHistory: wishes.workHistory,
  }
  const fields: Disclosure['fields'] = {}
  for (const [field, value] of Object.entries(all))
    if (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) fields[field as Told] = value
  return { subjectName: member.displayName ?? '', fields }
}

/** The same for the same values alone, whatever order they were written in. */
export const disclosureKey = ({ subjectName, fields }: Disclosure): string =>
  JSON.stringify([subjectName, ...(Object.keys(labels) as Told[]).map((field) => fields[field] ?? null)])

/** Label and value of each, for the page on which the member decides. */
export const disclosedWords = ({ fields }: Disclosure, language: Language): { label: string; value: string }[] =>
  (Object.keys(labels) as Told[]).flatMap((field) => {
    const value = fields[field]
    return value === undefined ? [] : [{ label: labels[field][language], value: shown(field, value, language) }]
  })

function shown(field: Told, value: FieldValue, language: Language): string {
  if (field === 'desiredSalaryMin' && typeof value === 'number')
    return language === 'ja' ? `${(value / 10_000).toLocaleString('ja')}万円` : `¥${value.toLocaleString('en')}`
  return Array.isArray(value) ? value.map(String).join(language === 'ja' ? '、' : ', ') : String(value)
}

/** The names of what would be provided, for the words of the consent. */
export const disclosedLabels = ({ fields }: Disclosure, language: Language): string[] =>
  (Object.keys(labels) as Told[]).filter((field) => fields[field] !== undefined).map((field) => labels[field][language])
